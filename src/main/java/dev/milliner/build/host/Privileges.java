package dev.milliner.build.host;

import dev.milliner.ground.HostTools;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Who runs this program, and how a command comes to be run by root. */
public final class Privileges {
    private static final Path STATUS = Path.of("/proc/self/status");

    private Privileges() {}

    public static boolean isRoot() {
        return userId().equals("0");
    }

    /** The user and group as {@code chown} takes them. */
    public static String owner() {
        return userId() + ":" + id("Gid:");
    }

    /** The words that put before a command make root run it; empty where there is no way. */
    public static Optional<List<String>> prefix() {
        if (isRoot()) {
            return Optional.of(List.of());
        }
        List<String> ways = new ArrayList<>(List.of("sudo", "pkexec"));
        if (!onTerminal() && hasDesktop()) {
            // Without a terminal sudo cannot ask for a password; pkexec does in a window.
            ways = List.of("pkexec", "sudo");
        }
        return ways.stream()
                .flatMap(way -> HostTools.find(way).stream())
                .findFirst()
                .map(way -> List.of(way.toString()));
    }

    private static boolean hasDesktop() {
        return System.getenv("DISPLAY") != null || System.getenv("WAYLAND_DISPLAY") != null;
    }

    private static boolean onTerminal() {
        try {
            String input = Files.readSymbolicLink(Path.of("/proc/self/fd/0")).toString();
            return input.startsWith("/dev/pts/") || input.startsWith("/dev/tty");
        } catch (IOException unknown) {
            return false;
        }
    }

    private static String userId() {
        return id("Uid:");
    }

    private static String id(String field) {
        try {
            return Files.readAllLines(STATUS).stream()
                    .filter(line -> line.startsWith(field))
                    .map(line -> line.split("\\s+", -1)[2])
                    .findFirst()
                    .orElse("");
        } catch (IOException unreadable) {
            return "";
        }
    }
}
