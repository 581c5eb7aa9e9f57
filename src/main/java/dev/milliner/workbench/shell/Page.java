package dev.milliner.workbench.shell;

/** The pages of the workbench, as the rail has them. */
public enum Page {
    /** The tree, the editor and the inspector. */
    DISTRO,
    /** What one component's overlays do. */
    OVERLAYS,
    /** All overlays of the distro. */
    BOARD,
    /** What an image would hold. */
    IMAGE,
    /** The builds. */
    BUILDS
}
