package dev.milliner.command;

import dev.milliner.build.explain.Explanation;
import dev.milliner.build.explain.Finding;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;

/** An explanation as text. */
final class ExplanationText {
    private ExplanationText() {}

    static void print(Explanation explanation, Path log, PrintWriter out) {
        if (explanation.cause().isEmpty()) {
            out.println("Nothing failed.");
        } else {
            cause(explanation.cause().get(), explanation.lines(), log, out);
        }
        explanation.others().forEach(other -> out.println("perhaps also: " + other.cause() + at(other.lines())));
        explanation.warnings().forEach(warning -> out.println("warning: " + warning.cause() + at(warning.lines())));
    }

    private static void cause(Finding cause, List<Integer> lines, Path log, PrintWriter out) {
        out.println((cause.certain() ? "" : "Not certain: ") + cause.cause());
        out.println("  log:  " + log + at(lines));
        if (!cause.log().equals(String.valueOf(log.getFileName()))) {
            out.println("  in:   " + cause.log() + at(cause.lines()));
        }
        cause.place().ifPresent(place -> out.println("  at:   " + place));
        if (!cause.fix().isEmpty()) {
            out.println("  fix:  " + cause.fix());
        }
    }

    private static String at(List<Integer> lines) {
        return lines.stream().map(String::valueOf).collect(Collectors.joining(", ", ", line ", ""));
    }
}
