package dev.milliner.build.host;

import java.util.regex.Pattern;

/**
 * What a check of this host found.
 *
 * @param check what was looked for, such as {@code rpmbuild}
 * @param ok whether all is well
 * @param found what is there
 * @param needed what is needed
 * @param fix the command or the advice that helps; empty where all is well
 */
public record HostFinding(String check, boolean ok, String found, String needed, String fix) {
    /** How much of something is needed, or which, where it is not what something does. */
    private static final Pattern AMOUNT = Pattern.compile("(?:\\d|Linux|x86).*");

    /** What is wrong, as a sentence without its end. */
    public String fault() {
        if (AMOUNT.matcher(needed).matches()) {
            return check + ": " + found + ", but needed: " + needed;
        }
        return check + (found.equals("missing") ? " is missing" : ": " + found) + "; it " + needed;
    }
}
