package dev.milliner.build.host;

/**
 * What a check of this host found.
 *
 * @param check what was looked for, such as {@code rpmbuild}
 * @param ok whether all is well
 * @param found what is there
 * @param needed what is needed
 * @param fix the command or the advice that helps; empty where all is well
 */
public record HostFinding(String check, boolean ok, String found, String needed, String fix) {}
