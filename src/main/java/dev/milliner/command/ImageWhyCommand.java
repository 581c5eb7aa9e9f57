package dev.milliner.command;

import dev.milliner.answer.JsonText;
import dev.milliner.answer.PackageReasons;
import dev.milliner.ground.Amount;
import dev.milliner.image.ImagePlan;
import dev.milliner.image.PlannedPackage;
import dev.milliner.solve.client.PackageSolver;
import java.io.PrintWriter;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Says why an image would hold a package. */
@Command(
        name = "why",
        description = "Says why an image would hold a package, and what leaves with it.",
        mixinStandardHelpOptions = true)
final class ImageWhyCommand implements Callable<Integer> {
    @Parameters(index = "0", paramLabel = "NAME", description = "The image's name.")
    @SuppressWarnings("NullAway.Init")
    private String name;

    @Parameters(index = "1", paramLabel = "PACKAGE", description = "The package's name.")
    @SuppressWarnings("NullAway.Init")
    private String wanted;

    @Mixin
    private final TreeOptions options = new TreeOptions();

    @Mixin
    private final PlanSource source = new PlanSource();

    @Spec
    @SuppressWarnings("NullAway.Init")
    private CommandSpec spec;

    @Override
    public Integer call() {
        PrintWriter err = spec.commandLine().getErr();
        ImagePlan plan;
        try (PackageSolver solver = new PackageSolver()) {
            plan = source.plan(options.load(), name, solver, err);
        }
        if (plan.packages().isEmpty() && PlanSource.report(plan, err) != CommandLineEntry.DONE) {
            return CommandLineEntry.AT_FAULT;
        }
        PlannedPackage found = plan.find(wanted)
                .orElseThrow(() -> new InputException("The image " + name + " would not hold '" + wanted + "'."
                        + NameAsked.near(
                                wanted,
                                plan.packages().stream()
                                        .map(each -> each.name())
                                        .toList())));
        PackageReasons reasons = PackageReasons.of(plan, found);
        PrintWriter out = spec.commandLine().getOut();
        if (options.json()) {
            out.println(JsonText.of(reasons.json()));
            return CommandLineEntry.DONE;
        }
        out.println(found.nevra() + " is " + found.reason() + ".");
        reasons.chains().forEach(chain -> out.println("  " + String.join(" -> ", chain)));
        out.println(
                reasons.leaves().isEmpty()
                        ? "Nothing leaves without it: something else needs it too."
                        : "Without it " + Amount.of(found.addedSize(), "byte")
                                + Amount.either(found.addedSize(), " leaves: ", " leave: ")
                                + String.join(", ", reasons.leaves()));
        return CommandLineEntry.DONE;
    }
}
