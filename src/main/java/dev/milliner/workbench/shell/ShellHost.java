package dev.milliner.workbench.shell;

import dev.milliner.workbench.settings.SettingsStore;
import java.nio.file.Path;
import java.util.List;

/** What the shell needs of the window around it. */
public interface ShellHost {
    /** Opens another distro. */
    void openDistro();

    /** Opens another distro in a window of its own. */
    void openInNewWindow();

    /** Opens a distro in place of the one that is open, once all of that may be closed. */
    void openInPlace(Path root);

    /** Closes the distro and shows the ways to others. */
    void closeDistro();

    /** The themes to choose from. */
    List<Theme> themes();

    /** Tells whoever looks at another window that something has ended. */
    void notice(String title, String text);

    /** What the user has chosen. */
    SettingsStore settings();
}
