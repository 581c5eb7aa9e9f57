package dev.milliner.language;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A text with stops that the caret goes through.
 *
 * @param text what is inserted; lines ended by line feeds
 * @param stops in the order they are gone through; the caret ends behind the text where there is none
 */
public record Snippet(String text, List<Stop> stops) {
    private static final Pattern STOP = Pattern.compile("\\$\\{(\\d+)(?::([^}]*))?}");

    /**
     * A stretch of the text that is selected when the caret comes to it.
     *
     * @param start where it begins in the text
     * @param end where it ends
     */
    public record Stop(int start, int end) {}

    /** Takes the stops over. */
    public Snippet {
        stops = List.copyOf(stops);
    }

    /** A text without stops. */
    public static Snippet plain(String text) {
        return new Snippet(text, List.of());
    }

    /**
     * A text in which stops are written <code>${1}</code> or <code>${2:what stands there}</code>, numbered in the order they
     * are gone through.
     */
    public static Snippet of(String template) {
        record Numbered(int number, Stop stop) {}
        StringBuilder text = new StringBuilder();
        List<Numbered> found = new ArrayList<>();
        Matcher matcher = STOP.matcher(template);
        int at = 0;
        while (matcher.find()) {
            text.append(template, at, matcher.start());
            String placeholder = matcher.group(2) == null ? "" : matcher.group(2);
            Stop stop = new Stop(text.length(), text.length() + placeholder.length());
            found.add(new Numbered(Integer.parseInt(matcher.group(1)), stop));
            text.append(placeholder);
            at = matcher.end();
        }
        text.append(template, at, template.length());
        found.sort(Comparator.comparingInt(Numbered::number));
        return new Snippet(text.toString(), found.stream().map(Numbered::stop).toList());
    }
}
