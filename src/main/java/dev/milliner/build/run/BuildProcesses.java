package dev.milliner.build.run;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.stream.Collectors;

/**
 * The processes of a build, as far as this user may look at them.
 *
 * @param folder the build's
 */
public record BuildProcesses(BuildFolder folder) {
    private static final long PATIENCE_SECONDS = 30;

    /**
     * Those that run now: whoever names the folder it works in, or was given a home there, and whoever shares a process
     * namespace with such a one. An editor that shows the build's log is none of them.
     */
    public List<ProcessHandle> running() {
        String work = folder.work() + "/";
        List<ProcessHandle> named = ProcessHandle.allProcesses()
                .filter(process -> process.pid() != ProcessHandle.current().pid())
                .filter(process -> read(process, "cmdline").contains(work)
                        || read(process, "environ").contains("HOME=" + folder.home() + "\0"))
                .toList();
        String ours = namespace(ProcessHandle.current());
        Set<String> theirs = named.stream()
                .map(BuildProcesses::namespace)
                .filter(one -> !one.isEmpty() && !one.equals(ours))
                .collect(Collectors.toSet());
        return ProcessHandle.allProcesses()
                .filter(process -> named.contains(process) || theirs.contains(namespace(process)))
                .toList();
    }

    /**
     * Waits for those that clean up, and ends what is left by force.
     *
     * @return how many there were
     */
    public int end() throws InterruptedException {
        List<ProcessHandle> all = running();
        // The scripts that hold KIWI and mock have noticed that nobody listens, and undo what those did.
        await(all.stream()
                .filter(process -> isCleaning(read(process, "cmdline")))
                .toList());
        List<ProcessHandle> left = running();
        left.forEach(ProcessHandle::destroyForcibly);
        await(left);
        return all.size();
    }

    private boolean isCleaning(String command) {
        return command.contains(folder.script().toString())
                || command.contains(folder.leash().toString());
    }

    private static void await(List<ProcessHandle> processes) throws InterruptedException {
        CompletableFuture<?> all = CompletableFuture.allOf(
                processes.stream().map(ProcessHandle::onExit).toArray(CompletableFuture[]::new));
        try {
            all.get(PATIENCE_SECONDS, TimeUnit.SECONDS);
        } catch (TimeoutException | ExecutionException stubborn) {
            // Whoever deletes looks again.
        }
    }

    private static String read(ProcessHandle process, String file) {
        try {
            return Files.readString(Path.of("/proc", String.valueOf(process.pid()), file), StandardCharsets.ISO_8859_1);
        } catch (IOException goneOrAnothers) {
            return "";
        }
    }

    private static String namespace(ProcessHandle process) {
        try {
            return Files.readSymbolicLink(Path.of("/proc", String.valueOf(process.pid()), "ns/pid"))
                    .toString();
        } catch (IOException goneOrAnothers) {
            return "";
        }
    }
}
