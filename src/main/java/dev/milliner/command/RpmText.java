package dev.milliner.command;

import dev.milliner.build.evaluate.ComponentEvaluation;
import dev.milliner.build.evaluate.Delta;
import dev.milliner.build.evaluate.SpecAnswer;
import dev.milliner.build.evaluate.SpecEvaluation;
import dev.milliner.build.evaluate.SpecEvaluationDifference;
import dev.milliner.ground.Amount;
import java.io.PrintWriter;

/**
 * What overlays and build options change for rpm, as text for people.
 *
 * @param out where it goes
 * @param colourful whether to colour what goes and what comes
 */
record RpmText(PrintWriter out, boolean colourful) {
    private static final String RED = "\u001b[31m";
    private static final String GREEN = "\u001b[32m";
    private static final String PLAIN = "\u001b[0m";
    private static final int WIDTH = 13;

    void print(ComponentEvaluation evaluation) {
        out.println();
        String title = "rpm, with " + TerminalOutput.oneLine(evaluation.macros().words());
        evaluation
                .difference()
                .ifPresentOrElse(
                        difference -> print(title, difference, evaluation.after()), () -> print(title, evaluation));
        evaluation
                .macros()
                .why()
                .ifPresent(
                        why -> out.println("  The distro's own macros are not used: " + TerminalOutput.oneLine(why)));
    }

    private void print(String title, SpecEvaluationDifference difference, SpecAnswer after) {
        if (difference.isEmpty()) {
            out.println(title + ": nothing changes for rpm; " + count(after));
            return;
        }
        out.println(title + ":");
        print("  ", "packages", difference.packages());
        print("  ", "build needs", difference.buildRequires());
        for (SpecEvaluationDifference.Changed changed : difference.changed()) {
            out.println("  " + TerminalOutput.oneLine(changed.name()));
            changed.facts().forEach((fact, delta) -> print("    ", fact.word(), delta));
        }
    }

    private void print(String title, ComponentEvaluation evaluation) {
        out.println(title + ":");
        out.println("  before: " + words(evaluation.before()));
        out.println("  after:  " + words(evaluation.after()));
    }

    private static String words(SpecAnswer answer) {
        return switch (answer) {
            case SpecAnswer.Evaluated evaluated -> count(evaluated);
            case SpecAnswer.Unparsable(String message, String file, int line) ->
                "rpm cannot read the spec, at " + TerminalOutput.oneLine(file) + (line == 0 ? "" : ":" + line) + ": "
                        + TerminalOutput.oneLine(message);
            case SpecAnswer.None none -> TerminalOutput.oneLine(none.reason());
        };
    }

    private static String count(SpecAnswer answer) {
        if (!(answer instanceof SpecAnswer.Evaluated(SpecEvaluation evaluation))) {
            return "";
        }
        int packages = evaluation.packages().size();
        int needs = evaluation.buildRequires().size();
        return Amount.of(packages, "package") + ", " + Amount.of(needs, "build requirement");
    }

    private void print(String indent, String what, Delta delta) {
        String label = what;
        for (String gone : delta.gone()) {
            line(indent, label, "- " + gone, RED);
            label = "";
        }
        for (String added : delta.added()) {
            line(indent, label, "+ " + added, GREEN);
            label = "";
        }
    }

    private void line(String indent, String label, String text, String colour) {
        String start = indent + label + " ".repeat(Math.max(1, WIDTH + 2 - indent.length() - label.length()));
        String whole = start + TerminalOutput.oneLine(text);
        if (colourful) {
            TerminalOutput.coloured(out, colour, whole, PLAIN);
        } else {
            out.println(whole);
        }
    }
}
