package dev.milliner.build.host;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/**
 * The process that a build belongs to. Numbers of processes are used again, so the moment of its start counts too, and
 * as that is counted from the machine's start, so does the machine's run.
 *
 * @param pid its number
 * @param start when it started, in the kernel's ticks
 * @param boot the id of the machine's run
 */
public record BuildOwner(String pid, String start, String boot) {
    private static final Path BOOT = Path.of("/proc/sys/kernel/random/boot_id");
    private static final int START_BEHIND_NAME = 19;

    /** This process. */
    public static BuildOwner self() throws IOException {
        String pid = String.valueOf(ProcessHandle.current().pid());
        return new BuildOwner(pid, startOf(pid), currentBoot());
    }

    /** The owner that a file names; empty where it names none. */
    public static Optional<BuildOwner> read(Path file) {
        try {
            List<String> words = List.of(Files.readString(file).strip().split(" ", -1));
            return words.size() == 3
                    ? Optional.of(new BuildOwner(words.get(0), words.get(1), words.get(2)))
                    : Optional.empty();
        } catch (IOException none) {
            return Optional.empty();
        }
    }

    public void write(Path file) throws IOException {
        Files.writeString(file, pid + " " + start + " " + boot + "\n");
    }

    public boolean isAlive() {
        try {
            return boot.equals(currentBoot()) && start.equals(startOf(pid));
        } catch (IOException gone) {
            return false;
        }
    }

    private static String currentBoot() throws IOException {
        return Files.readString(BOOT).strip();
    }

    /** The program's name, in parentheses, may hold anything, so fields are counted from its end. */
    private static String startOf(String pid) throws IOException {
        String fields = Files.readString(Path.of("/proc", pid, "stat"));
        return fields.substring(fields.lastIndexOf(')') + 2).split(" ", -1)[START_BEHIND_NAME];
    }
}
