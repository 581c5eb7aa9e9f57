package dev.milliner.ground;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/**
 * A command to run.
 *
 * @param words the program and its arguments
 * @param environment what it is told, beside what {@link ToolEnvironment#plain} tells every tool; it hears of nothing else
 * @param folder where it runs
 * @param stopsByWord true where the program reads {@code stop} from its standard input, and takes the input's end for
 *     an order to stop at once
 */
public record ToolCommand(List<String> words, Map<String, String> environment, Path folder, boolean stopsByWord) {
    public static ToolCommand of(Path folder, Map<String, String> environment, List<String> words) {
        return new ToolCommand(List.copyOf(words), Map.copyOf(environment), folder, false);
    }

    /** A program that works for the user, where this program was started. */
    public static ToolCommand ofUser(List<String> words) {
        return of(Path.of("").toAbsolutePath(), ToolEnvironment.ofUser(), words);
    }

    /** The command as it would be typed into a shell. */
    public String shown() {
        return ShellWords.of(words);
    }

    /** Words as they would be typed into a shell. */
    public static String shown(List<String> words) {
        return ShellWords.of(words);
    }
}
