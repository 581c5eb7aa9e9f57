package dev.milliner.spec;

import java.util.List;

/**
 * A section that lines of a spec belong to.
 *
 * @param kind what its lines are
 * @param name its first word as it is written, such as {@code %build}; empty for the preamble
 * @param packageName the sub-package as the header names it, by suffix or in full after {@code -n}; empty for the main
 *     package
 */
public record Section(SectionKind kind, String name, String packageName) {
    /** What comes before the first section. */
    public static final Section PREAMBLE = new Section(SectionKind.PACKAGE, "", "");

    static Section of(SectionKind kind, List<String> header) {
        return new Section(kind, header.getFirst(), kind.namesPackage() ? packageName(header) : "");
    }

    /** Tells whether the section has a name, written the same way, and a sub-package. */
    public boolean is(String otherName, String otherPackage) {
        return name.equals(otherName) && packageName.equals(otherPackage);
    }

    private static String packageName(List<String> header) {
        String full = "";
        String suffix = "";
        for (int i = 1; i < header.size(); i++) {
            String word = header.get(i);
            if (word.equals("--")) {
                // A trigger's condition follows, which names other packages.
                break;
            } else if (word.equals("-n")) {
                full = ++i < header.size() ? header.get(i) : full;
            } else if (takesArgument(word)) {
                i++;
            } else if (!word.startsWith("-") && suffix.isEmpty()) {
                suffix = word;
            }
        }
        return full.isEmpty() ? suffix : full;
    }

    private static boolean takesArgument(String option) {
        return option.equals("-f") || option.equals("-p") || option.equals("-l") || option.equals("-P");
    }
}
