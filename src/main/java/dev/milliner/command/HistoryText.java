package dev.milliner.command;

import dev.milliner.distro.Component;
import dev.milliner.distro.ResolvedValue;
import dev.milliner.review.ComponentHistory;
import dev.milliner.review.DefinitionWords;
import dev.milliner.source.CommitNote;
import java.io.PrintWriter;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Optional;

/** Prints what a component was over time. */
final class HistoryText {
    private static final DateTimeFormatter DAY = DateTimeFormatter.ISO_LOCAL_DATE.withZone(ZoneOffset.UTC);
    private static final int SHORT_HASH = 7;

    private final PrintWriter out;

    HistoryText(PrintWriter out) {
        this.out = out;
    }

    /**
     * Prints it, newest first, and the values as they are.
     *
     * @param needers who needs it; empty where nobody asked
     */
    void print(ComponentHistory history, Optional<List<String>> needers) {
        out.println(TerminalOutput.oneLine(history.name()) + ", newest first");
        for (ComponentHistory.Entry entry : history.entries()) {
            out.println();
            out.println(words(entry.commit()) + "  "
                    + TerminalOutput.oneLine(entry.commit().subject()));
            DefinitionWords.of(entry.change()).forEach(line -> out.println("    " + line));
        }
        history.now().ifPresent(component -> {
            out.println();
            out.println("Now");
            component.values().forEach(value -> value(history, component, value));
        });
        needers.ifPresent(names ->
                out.println("    needed by " + (names.isEmpty() ? "no rendered spec" : String.join(", ", names))));
    }

    private void value(ComponentHistory history, Component component, ResolvedValue value) {
        Optional<CommitNote> since = history.since(component, value);
        String layer = value.layers().isEmpty()
                ? ""
                : ", by " + value.layers().getLast().name();
        out.println("    " + value.path() + " = " + DefinitionWords.value(value.value()) + "  "
                + since.map(commit -> "since " + words(commit)).orElse("since before")
                + layer);
    }

    private static String words(CommitNote commit) {
        return DAY.format(commit.time()) + "  " + commit.commit().substring(0, SHORT_HASH);
    }
}
