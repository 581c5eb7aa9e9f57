package dev.milliner.workbench.base;

import java.io.IOException;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** A small program of the desktop that is started and left to itself. */
public final class DesktopCommand {
    private static final long PATIENCE_SECONDS = 10;

    private DesktopCommand() {}

    /** Starts it. Returns at once; one that hangs is ended after a while. */
    public static void run(List<String> command) {
        Thread.ofVirtual().name(command.getFirst()).start(() -> start(command));
    }

    private static void start(List<String> command) {
        try {
            Process process = new ProcessBuilder(command)
                    .redirectErrorStream(true)
                    .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                    .start();
            if (!process.waitFor(PATIENCE_SECONDS, TimeUnit.SECONDS)) {
                process.destroyForcibly();
            }
        } catch (IOException noDesktop) {
            // There is nothing that it could have been shown on.
        } catch (InterruptedException ending) {
            Thread.currentThread().interrupt();
        }
    }
}
