package dev.milliner.ground;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/**
 * A program that runs, and whatever it has started. Programs are started here and nowhere else, but for those that take
 * over the terminal or the desktop.
 */
public final class ToolProcess implements AutoCloseable {
    /**
     * A variable that all a tool starts inherits. It is how those are found that have left the tool's family, as a
     * daemon does; one that empties its environment too is lost.
     */
    private static final String MARK = "MILLINER_TOOL";

    /** Where a tool's errors go. */
    public enum Errors {
        /** Among its output, in the order they come. */
        WITH_OUTPUT,
        /** To a stream of their own. */
        APART
    }

    private final Process process;
    private final String mark;

    private ToolProcess(Process process, String mark) {
        this.process = process;
        this.mark = mark;
    }

    /**
     * Starts a program.
     *
     * @throws IOException when it cannot be started
     */
    public static ToolProcess start(ToolCommand command, Errors errors) throws IOException {
        String id = UUID.randomUUID().toString();
        ProcessBuilder builder = new ProcessBuilder(command.words())
                .directory(command.folder().toFile())
                .redirectErrorStream(errors == Errors.WITH_OUTPUT);
        Map<String, String> environment = builder.environment();
        environment.clear();
        environment.putAll(ToolEnvironment.plain());
        environment.putAll(command.environment());
        // Messages are matched; they must not be translated.
        environment.put("LC_ALL", "C.UTF-8");
        environment.put(MARK, id);
        return new ToolProcess(builder.start(), MARK + "=" + id);
    }

    public long pid() {
        return process.pid();
    }

    /** What it reads. */
    public OutputStream input() {
        return process.getOutputStream();
    }

    /** What it writes. */
    public InputStream output() {
        return process.getInputStream();
    }

    /** Its errors, where they are apart. */
    public InputStream errors() {
        return process.getErrorStream();
    }

    public boolean isAlive() {
        return process.isAlive();
    }

    /** Waits for its end; gives its exit status. */
    public int await() throws InterruptedException {
        return process.waitFor();
    }

    /** Waits for its end; false where the time is over first. */
    public boolean await(Duration patience) throws InterruptedException {
        return process.waitFor(patience.toMillis(), TimeUnit.MILLISECONDS);
    }

    /**
     * Its exit status.
     *
     * @throws IllegalThreadStateException while it runs
     */
    public int status() {
        return process.exitValue();
    }

    /** Asks it and all it has started to end. */
    public void ask() {
        family().forEach(ProcessHandle::destroy);
        process.destroy();
    }

    /**
     * Ends it and all it has started, by force.
     *
     * @return how many others there were
     */
    public int end() {
        // The process itself would close its streams, with what is still to be read.
        process.toHandle().destroyForcibly();
        Set<Long> ended = new HashSet<>();
        boolean more = true;
        // What one of them has started between two looks is found by the next.
        while (more) {
            List<ProcessHandle> found =
                    family().filter(one -> ended.add(one.pid())).toList();
            found.forEach(ProcessHandle::destroyForcibly);
            more = !found.isEmpty();
        }
        return ended.size();
    }

    /** Without itself. */
    private Stream<ProcessHandle> family() {
        Stream<ProcessHandle> strays = ProcessHandle.allProcesses().filter(this::isMarked);
        return Stream.concat(process.descendants(), strays)
                .filter(one -> one.pid() != process.pid())
                .distinct();
    }

    private boolean isMarked(ProcessHandle one) {
        try {
            Path environment = Path.of("/proc", String.valueOf(one.pid()), "environ");
            return Files.readString(environment, StandardCharsets.ISO_8859_1).contains(mark);
        } catch (IOException goneOrAnothers) {
            return false;
        }
    }

    /** Ends it and all it has started. */
    @Override
    public void close() {
        end();
    }
}
