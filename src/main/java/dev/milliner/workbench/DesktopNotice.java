package dev.milliner.workbench;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;

/**
 * A short message of the desktop, for who looks at another window. Sent by the desktop's own program; where there is
 * none, nothing is sent.
 *
 * @param program {@code notify-send}, of libnotify
 */
record DesktopNotice(Optional<Path> program) {
    private static final long PATIENCE_SECONDS = 10;

    /** Sends one. Returns at once. */
    void send(String title, String text) {
        program.ifPresent(
                path -> Thread.ofVirtual().name("desktop notice").start(() -> run(command(path, title, text))));
    }

    private static List<String> command(Path program, String title, String text) {
        // What follows "--" is never an option, whatever a build is called.
        return List.of(program.toString(), "--app-name=Milliner", "--icon=milliner", "--", title, text);
    }

    private static void run(List<String> command) {
        try {
            Process process = new ProcessBuilder(command)
                    .redirectErrorStream(true)
                    .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                    .start();
            if (!process.waitFor(PATIENCE_SECONDS, TimeUnit.SECONDS)) {
                process.destroyForcibly();
            }
        } catch (IOException noDesktop) {
            // The status line says the same.
        } catch (InterruptedException ending) {
            Thread.currentThread().interrupt();
        }
    }
}
