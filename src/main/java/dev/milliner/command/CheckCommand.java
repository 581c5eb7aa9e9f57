package dev.milliner.command;

import dev.milliner.answer.JsonText;
import dev.milliner.answer.ProblemJson;
import dev.milliner.answer.TreeProblems;
import dev.milliner.distro.Distro;
import dev.milliner.distro.Problem;
import dev.milliner.distro.Severity;
import dev.milliner.ground.Amount;
import java.io.PrintWriter;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** Lists every problem of the tree. */
@Command(name = "check", description = "Lists every problem in the tree.", mixinStandardHelpOptions = true)
final class CheckCommand implements Callable<Integer> {
    @Mixin
    private final TreeOptions options = new TreeOptions();

    @Spec
    @SuppressWarnings("NullAway.Init")
    private CommandSpec spec;

    @Override
    public Integer call() {
        Distro distro = options.load();
        TreeProblems problems = TreeProblems.of(distro);
        PrintWriter out = spec.commandLine().getOut();
        if (options.json()) {
            out.println(JsonText.of(ProblemJson.of(problems)));
        } else {
            problems.causes().forEach(caused -> out.println(ProblemText.lines(caused)));
            out.println(summary(distro, problems.all()));
        }
        return count(problems.all(), Severity.ERROR) == 0 ? CommandLineEntry.DONE : CommandLineEntry.AT_FAULT;
    }

    private static String summary(Distro distro, List<Problem> problems) {
        long errors = count(problems, Severity.ERROR);
        long warnings = count(problems, Severity.WARNING);
        return "%s, %s in %s."
                .formatted(
                        Amount.of(errors, "error"),
                        Amount.of(warnings, "warning"),
                        Amount.of(distro.files().size(), "file"));
    }

    private static long count(List<Problem> problems, Severity severity) {
        return problems.stream()
                .filter(problem -> problem.severity() == severity)
                .count();
    }
}
