package dev.milliner.workbench.shell;

import dev.milliner.workbench.base.DesktopCommand;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/**
 * A short message of the desktop, for who looks at another window. Sent by the desktop's own program; where there is
 * none, nothing is sent.
 *
 * @param program {@code notify-send}, of libnotify
 */
record DesktopNotice(Optional<Path> program) {
    /** Sends one. Returns at once. */
    void send(String title, String text) {
        // What follows "--" is never an option, whatever a build is called.
        program.ifPresent(path -> DesktopCommand.run(
                List.of(path.toString(), "--app-name=Milliner", "--icon=milliner", "--", title, text)));
    }
}
