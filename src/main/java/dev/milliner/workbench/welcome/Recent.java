package dev.milliner.workbench.welcome;

/**
 * A distro that was open.
 *
 * @param root its root folder
 * @param name what it calls itself, with its version; the folder's name where that was not known
 * @param opened when it was opened last, in milliseconds since 1970
 */
public record Recent(String root, String name, long opened) {}
