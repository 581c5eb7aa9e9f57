package dev.milliner.build.explain;

import com.google.re2j.Matcher;
import com.google.re2j.Pattern;
import java.util.List;

/** What a log's line says, without what tools and terminals put around it. */
final class CleanText {
    private static final Pattern COLOUR =
            Pattern.compile("\\x1b(?:\\[[0-?]*[ -/]*[@-~]|\\][^\\x07]*\\x07|[@-Z\\\\^_])");

    /** Stamps in front of a line, each behind the one before it: a tool's output often runs through another tool. */
    private static final List<Pattern> STAMPS = List.of(
            Pattern.compile("[█▓▒░ ]+\\d+% *"),
            Pattern.compile("(?:\\[ INFO +\\]: Processing: \\[[# ]*\\] \\d+%)+"),
            Pattern.compile(
                    "\\[ (?:DEBUG|INFO|WARNING|ERROR|CRITICAL) *\\]: (?:\\d\\d:\\d\\d:\\d\\d \\| )?(?:(?:bootstrap|system): )?"),
            Pattern.compile("\\d\\d:\\d\\d:\\d\\d (?:TRC|DBG|INF|WRN|ERR|FTL) "),
            Pattern.compile("\\d\\d:\\d\\d:\\d\\d\\.\\d{3} [A-Z]+ (?:DEBUG|INFO|WARNING|ERROR) "),
            Pattern.compile("\\d{4}-\\d\\d-\\d\\d[T ]\\d\\d:\\d\\d:\\d\\d(?:[.,]\\d+)?(?:Z|[+-]\\d\\d:?\\d\\d)? "),
            Pattern.compile("(?:DEBUG|INFO|WARNING|ERROR) [a-z_]+\\.py:\\d+: {1,2}"),
            Pattern.compile(">>> ?"),
            Pattern.compile("\\[RPM\\] "));

    private CleanText() {}

    static String of(String raw) {
        String text = lastShown(raw);
        if (text.indexOf('\u001b') >= 0) {
            text = COLOUR.matcher(text).replaceAll("");
        }
        for (int before = -1; before != text.length() && mayHaveStamp(text); ) {
            before = text.length();
            text = withoutStamp(text);
        }
        return text;
    }

    /** A progress bar's line shows what stands behind its last carriage return. */
    private static String lastShown(String raw) {
        int end = raw.length();
        while (end > 0) {
            int start = raw.lastIndexOf('\r', end - 1) + 1;
            if (!raw.substring(start, end).isBlank()) {
                return raw.substring(start, end);
            }
            end = start - 1;
        }
        return "";
    }

    private static boolean mayHaveStamp(String text) {
        return !text.isEmpty() && (Character.isDigit(text.charAt(0)) || "[█▓▒░>DIWE".indexOf(text.charAt(0)) >= 0);
    }

    private static String withoutStamp(String text) {
        for (Pattern stamp : STAMPS) {
            Matcher matcher = stamp.matcher(text);
            if (matcher.lookingAt()) {
                return text.substring(matcher.end());
            }
        }
        return text;
    }
}
