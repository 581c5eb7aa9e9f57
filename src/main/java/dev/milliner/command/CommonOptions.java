package dev.milliner.command;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** The options that all commands take. They may stand before the command as well as behind it. */
final class CommonOptions {
    private CommonOptions() {}

    /** A command line with those that stand before the command put at its end, where each command knows them. */
    static String[] behindTheCommand(String... arguments) {
        int start = 0;
        while (start < arguments.length && length(arguments[start]) > 0) {
            start += length(arguments[start]);
        }
        if (start == 0 || start >= arguments.length) {
            return arguments;
        }
        List<String> ordered = new ArrayList<>(Arrays.asList(arguments).subList(start, arguments.length));
        ordered.addAll(Arrays.asList(arguments).subList(0, start));
        return ordered.toArray(String[]::new);
    }

    /** How many words an option takes with itself; 0 for what is none of them. */
    private static int length(String word) {
        return switch (word) {
            case "-C", "--at" -> 2;
            case "--json", "--outside" -> 1;
            default -> 0;
        };
    }
}
