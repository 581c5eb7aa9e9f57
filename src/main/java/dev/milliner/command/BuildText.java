package dev.milliner.command;

import dev.milliner.build.explain.Explanation;
import dev.milliner.build.log.LogSeverity;
import dev.milliner.build.run.Artifact;
import dev.milliner.build.run.BuildEvent;
import dev.milliner.build.run.BuildEvent.PrivilegeNeeded;
import dev.milliner.build.run.BuildListener;
import dev.milliner.build.run.BuildResult;
import dev.milliner.build.run.ImagePackage;
import dev.milliner.ground.Amount;
import dev.milliner.ground.Elapsed;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Locale;

/** Shows a build to a person: the log as it comes, in colours where the output is a terminal, and the result. */
final class BuildText implements BuildListener {
    private static final String RESET = "\033[0m";

    private final PrintWriter log;
    private final PrintWriter out;
    private final boolean yes;
    private final boolean coloured = System.getenv("NO_COLOR") == null && Terminal.isOne(2);
    private Instant stageStarted = Instant.EPOCH;
    private double fraction;

    BuildText(PrintWriter log, PrintWriter out, boolean yes) {
        this.log = log;
        this.out = out;
        this.yes = yes;
    }

    @Override
    public void happened(BuildEvent event) {
        switch (event) {
            case BuildEvent.StageStarted e -> {
                stageStarted = e.time();
                print("\033[1m", "==> " + e.stage().label());
            }
            case BuildEvent.StageFinished e ->
                print(
                        "\033[2m",
                        String.format(
                                Locale.ROOT,
                                "    %s after %.1f s, %.0f %%",
                                e.succeeded() ? "done" : "not done",
                                Elapsed.between(stageStarted, e.time()).toMillis() / 1000.0,
                                fraction * 100));
            case BuildEvent.Progress e -> fraction = e.fraction();
            case BuildEvent.LogLine e -> logged(colour(e.severity()), e.text());
            // Its text is in the log as well.
            case BuildEvent.ProblemFound e -> {}
            case BuildEvent.PrivilegeNeeded e -> {
                print("\033[1m", e.reason() + " The command is:");
                print("", String.join(" ", e.command()));
            }
            case BuildEvent.Finished e -> result(e.result());
        }
        log.flush();
    }

    @Override
    public boolean confirm(PrivilegeNeeded needed) throws InterruptedException {
        if (yes) {
            return true;
        }
        if (!Terminal.isOne(0)) {
            print("", "Not run, as nobody can be asked here; --yes allows it.");
            return false;
        }
        log.print("Run it? [y/N] ");
        log.flush();
        try {
            return Terminal.answer().equalsIgnoreCase("y");
        } catch (IOException closed) {
            return false;
        }
    }

    private void result(BuildResult result) {
        switch (result.outcome()) {
            case STOPPED -> print("\033[1m", "Stopped. Nothing of it is left running or mounted.");
            case FAILED -> {
                result.problems().forEach(problem -> print("\033[1;31m", problem.message() + fix(problem)));
                result.explanation().ifPresent(this::explain);
            }
            case SUCCEEDED -> made(result);
        }
        print("", "The whole log: " + result.log());
    }

    private void explain(Explanation explanation) {
        StringWriter text = new StringWriter();
        ExplanationText.print(explanation, Path.of("build.log"), new PrintWriter(text, true));
        text.toString().lines().forEach(line -> print("", line));
    }

    private static String fix(BuildEvent.ProblemFound problem) {
        return problem.fix().isEmpty() ? "" : "\n  to do: " + problem.fix();
    }

    private void made(BuildResult result) {
        for (Artifact artifact : result.artifacts()) {
            out.println(artifact.path() + "  " + Amount.of(artifact.size(), "byte"));
        }
        TextTable table = new TextTable("PACKAGE", "VERSION", "ARCH", "SIZE", "LEVEL", "FROM");
        for (ImagePackage one : result.packages()) {
            table.row(
                    one.name(),
                    one.version() + "-" + one.release(),
                    one.architecture(),
                    String.valueOf(one.size()),
                    one.level().label(),
                    one.ours() ? "this build" : "a repository");
        }
        table.print(out);
        out.println(Amount.of(result.packages().size(), "package") + ": "
                + result.level().words());
        result.packages().stream().filter(ImagePackage::ours).forEach(one -> {
            out.println(one.name() + " is " + one.level().words() + ": " + one.reason());
            if (one.programs().size() > 1) {
                one.programs()
                        .forEach(program -> out.println(
                                "  " + program.path() + "  " + program.level().label() + ": " + program.reason()));
            }
        });
        out.flush();
        result.problems().forEach(problem -> print("\033[1;33m", problem.message() + fix(problem)));
    }

    private static String colour(LogSeverity severity) {
        return switch (severity) {
            case DEBUG -> "\033[2m";
            case INFO -> "";
            case WARNING -> "\033[33m";
            case ERROR -> "\033[31m";
        };
    }

    private void print(String colour, String text) {
        if (coloured && !colour.isEmpty()) {
            TerminalOutput.coloured(log, colour, text, RESET);
        } else {
            log.println(text);
        }
    }

    /** A line of a tool that is none of ours keeps the colours it came with. */
    private void logged(String colour, String text) {
        if (coloured && colour.isEmpty()) {
            TerminalOutput.log(log, text);
            log.println();
        } else {
            print(colour, text);
        }
    }
}
