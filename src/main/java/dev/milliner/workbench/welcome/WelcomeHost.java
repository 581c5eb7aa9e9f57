package dev.milliner.workbench.welcome;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/** What the welcome needs of the window around it. */
public interface WelcomeHost {
    /** Opens a distro in place of the welcome. */
    void open(Path root);

    /** Opens a distro, and leads through what can be done with it. */
    void tour(Path root);

    /** The distros that were open, the newest first. */
    List<Recent> recent();

    /** Forgets one of them. */
    void forget(Recent recent);

    /** Asks for a folder; the title says what for. */
    Optional<Path> folder(String title);

    /** Where copies of samples go. */
    Path samples();

    /** Where builds have their folders. */
    Path builds();

    /** Shows the settings. */
    void showSettings();

    /** Opens a report of a problem. */
    void report();
}
