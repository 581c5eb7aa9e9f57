package dev.milliner.workbench.shell;

import dev.milliner.workbench.base.UnsavedBuild;
import java.util.List;

/** What the shell needs of the window around it. */
public interface ShellHost {
    /** Opens another distro. */
    void openDistro();

    /** The themes to choose from. */
    List<Theme> themes();

    /** Tells whoever looks at another window that something has ended. */
    void notice(String title, String text);

    /** What builds do where text is not saved, as the user chose. */
    UnsavedBuild unsavedBuild();

    /** Remembers what builds do where text is not saved. */
    void chooseUnsavedBuild(UnsavedBuild chosen);

    /** Switches to a theme, or to the desktop's. */
    void chooseTheme(String name);
}
