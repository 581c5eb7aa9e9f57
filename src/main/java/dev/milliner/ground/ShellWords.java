package dev.milliner.ground;

import java.util.List;
import java.util.stream.Collectors;

/** Commands as they would be typed into a shell. */
public final class ShellWords {
    private ShellWords() {}

    /** A command with those of its words quoted that need it. */
    public static String of(List<String> words) {
        return words.stream().map(ShellWords::quoted).collect(Collectors.joining(" "));
    }

    private static String quoted(String word) {
        return word.matches("[A-Za-z0-9_@%+=:,./-]+") ? word : "'" + word.replace("'", "'\\''") + "'";
    }
}
