package dev.milliner.distro;

/** How bad a {@link Problem} is: errors are what azldev refuses, the others are advice. */
public enum Severity {
    ERROR,
    WARNING,
    NOTE
}
