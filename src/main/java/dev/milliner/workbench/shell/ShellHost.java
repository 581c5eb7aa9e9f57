package dev.milliner.workbench.shell;

import dev.milliner.workbench.settings.SettingsStore;
import java.util.List;

/** What the shell needs of the window around it. */
public interface ShellHost {
    /** Opens another distro. */
    void openDistro();

    /** Closes the distro and shows the ways to others. */
    void closeDistro();

    /** The themes to choose from. */
    List<Theme> themes();

    /** Tells whoever looks at another window that something has ended. */
    void notice(String title, String text);

    /** What the user has chosen. */
    SettingsStore settings();
}
