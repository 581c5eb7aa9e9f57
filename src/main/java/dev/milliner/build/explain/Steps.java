package dev.milliner.build.explain;

import com.google.re2j.Pattern;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/**
 * The commands that a traced script ran, one after the other. As rpm's scripts stop at the first command that fails,
 * what a command complained of did not stop the script if another one ran after it.
 */
final class Steps {
    /** What a script runs on its way out: it says why it stops, or clears up. */
    private static final Set<String> CLOSING =
            Set.of("echo", "printf", "exit", "return", "false", "cat", "tail", "rm", "jobs", "kill");

    private static final Set<String> SAYS = Set.of("echo", "printf");
    private static final Set<String> RESULTS = Set.of("RPM_EC", "EC", "rc", "ret", "status");
    private static final Pattern MAKES = Pattern.compile("^(?:\\S*/)?(?:make|gmake|ninja|cmake|meson|samu)(?: |$)");
    private static final Pattern CALLED = Pattern.compile("^(?i)(?:\\*+ *)?(?:fatal )?(?:error|fatal|die)(?:: *| - )");
    private static final Pattern QUOTES = Pattern.compile("['\"\\\\]");
    private static final int MOST_SAID = 3;

    private int count;
    private String command = "";
    private String saying = "";
    private boolean stops;
    private final List<Integer> lines = new ArrayList<>();
    private final List<String> said = new ArrayList<>();
    private String says = "";

    /**
     * What a script says as it stops itself.
     *
     * @param lines the numbers of the lines where it says so
     * @param message what it says, in one line
     * @param command the traced command that says it first
     */
    record Stop(List<Integer> lines, String message, String command) {}

    void begin() {
        count = 0;
        command = "";
        clear();
    }

    /** Takes in a command of the trace. */
    void ran(String traced) {
        String word = first(traced, ' ');
        stops = word.equals("exit") && !traced.equals("exit 0") && !traced.equals("exit");
        saying = SAYS.contains(word) ? traced : "";
        if (!CLOSING.contains(word) && !RESULTS.contains(first(word, '='))) {
            count++;
            command = traced;
            clear();
        }
    }

    /** Takes in a line that is not of the trace: it may be what the script itself prints. */
    void printed(LogLine line) {
        if (!saying.isEmpty() && said.size() < MOST_SAID && isSaidBy(saying, line.text())) {
            says = said.isEmpty() ? saying : says;
            said.add(line.text().strip());
            lines.add((int) line.number());
        }
        saying = "";
    }

    /** How many commands ran in the section so far, without those that only close it. */
    int count() {
        return count;
    }

    /** Tells whether the last of them is make or the like, whose own complaints end with one that names no reason. */
    boolean isMaking() {
        return MAKES.matcher(command).find();
    }

    /** Tells whether the script ends itself as failed. */
    boolean isStopping() {
        return stops;
    }

    /** What the script said since its last command, if it stops with that. */
    Optional<Stop> stop() {
        return stops && !said.isEmpty() ? Optional.of(new Stop(List.copyOf(lines), message(), says)) : Optional.empty();
    }

    /** Tells whether the last command itself holds what was printed, as one that is to print it and fail does. */
    boolean holds(String text) {
        return text.length() > 3 && bare(command).contains(bare(text));
    }

    /** What was said as one sentence or more, without a word that only calls it an error. */
    private String message() {
        StringBuilder result = new StringBuilder();
        for (String one : said) {
            String end = result.isEmpty() ? "" : result.substring(result.length() - 1);
            result.append(result.isEmpty() ? "" : ".!?:;,".contains(end) ? " " : "; ")
                    .append(one);
        }
        return CALLED.matcher(result).replaceFirst("");
    }

    private void clear() {
        lines.clear();
        said.clear();
        says = "";
    }

    private static String first(String text, char end) {
        int at = text.indexOf(end);
        return at < 0 ? text : text.substring(0, at);
    }

    private static boolean isSaidBy(String by, String text) {
        if (by.contains(text)) {
            return true;
        }
        String printed = bare(text);
        return by.startsWith("echo")
                ? bare(by).contains(printed)
                : bare(by).contains(printed.split("[ :]", 2)[0].toLowerCase(Locale.ROOT));
    }

    private static String bare(String text) {
        return QUOTES.matcher(text).replaceAll("").strip().toLowerCase(Locale.ROOT);
    }
}
