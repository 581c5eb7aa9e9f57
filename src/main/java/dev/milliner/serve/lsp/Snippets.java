package dev.milliner.serve.lsp;

import dev.milliner.language.Snippet;
import dev.milliner.language.Snippet.Stop;
import java.util.Comparator;
import java.util.List;

/** Texts with stops in the protocol's notation. */
final class Snippets {
    private Snippets() {}

    static String of(Snippet snippet) {
        StringBuilder written = new StringBuilder();
        String text = snippet.text();
        List<Stop> stops = snippet.stops();
        int at = 0;
        for (Stop stop :
                stops.stream().sorted(Comparator.comparingInt(Stop::start)).toList()) {
            written.append(escaped(text.substring(at, stop.start())));
            written.append("${").append(stops.indexOf(stop) + 1);
            if (stop.end() > stop.start()) {
                written.append(':').append(escaped(text.substring(stop.start(), stop.end())));
            }
            written.append('}');
            at = stop.end();
        }
        return written.append(escaped(text.substring(at))).toString();
    }

    private static String escaped(String text) {
        return text.replace("\\", "\\\\").replace("$", "\\$").replace("}", "\\}");
    }
}
