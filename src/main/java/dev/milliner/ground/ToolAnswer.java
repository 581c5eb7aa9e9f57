package dev.milliner.ground;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What a tool says when it is asked something small. */
public final class ToolAnswer {
    private static final Pattern VERSION = Pattern.compile("(\\d+)\\.(\\d+)");
    private static final long PATIENCE_SECONDS = 20;
    private static final long SHORT_SECONDS = 5;

    private ToolAnswer() {}

    /** The first line that a command writes; empty where it fails. */
    public static String of(String... command) {
        try {
            Process process = new ProcessBuilder(List.of(command))
                    .redirectErrorStream(true)
                    .start();
            process.getOutputStream().close();
            String text = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            boolean ok = process.waitFor(PATIENCE_SECONDS, TimeUnit.SECONDS) && process.exitValue() == 0;
            return ok ? text.strip().lines().findFirst().orElse("") : "";
        } catch (IOException missing) {
            return "";
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            return "";
        }
    }

    /** Tells whether a command ends well, in a few seconds. What it says is not heard. */
    public static boolean succeeds(String... command) {
        try {
            Process process = new ProcessBuilder(List.of(command))
                    .redirectErrorStream(true)
                    .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                    .start();
            return process.waitFor(SHORT_SECONDS, TimeUnit.SECONDS) && process.exitValue() == 0;
        } catch (IOException missing) {
            return false;
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            return false;
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
