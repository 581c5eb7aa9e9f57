package dev.milliner.ground;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What a tool says when it is asked something small. */
public final class ToolAnswer {
    private static final Pattern VERSION = Pattern.compile("(\\d+)\\.(\\d+)");
    private static final Duration PATIENCE = Duration.ofSeconds(20);
    private static final Duration SHORT = Duration.ofSeconds(5);

    private ToolAnswer() {}

    /** The first line that a command writes; empty where it fails. */
    public static String of(String... command) {
        return run(PATIENCE, command)
                .filter(ended -> ended.status() == 0)
                .map(ended -> ended.output().isBlank() ? ended.errors() : ended.output())
                .flatMap(text -> text.strip().lines().findFirst())
                .orElse("");
    }

    /** Tells whether a command ends well, in a few seconds. What it says is not heard. */
    public static boolean succeeds(String... command) {
        return run(SHORT, command).filter(ended -> ended.status() == 0).isPresent();
    }

    private static Optional<ToolResult.Ended> run(Duration patience, String... command) {
        try {
            return ToolRun.within(patience).of(ToolCommand.ofUser(List.of(command))) instanceof ToolResult.Ended ended
                    ? Optional.of(ended)
                    : Optional.empty();
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            return Optional.empty();
        }
    }

    /** Tells whether the first version that a text names is at least this one. */
    public static boolean isAtLeast(String text, int major, int minor) {
        Matcher version = VERSION.matcher(text);
        if (!version.find()) {
            return false;
        }
        int foundMajor = Integer.parseInt(version.group(1));
        return foundMajor > major || (foundMajor == major && Integer.parseInt(version.group(2)) >= minor);
    }
}
