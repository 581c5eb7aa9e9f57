package dev.milliner.command;

import dev.milliner.image.ImagePlan;
import dev.milliner.image.PlannedPackage;
import dev.milliner.solve.PackageSolver;
import java.io.PrintWriter;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Says which packages an image would hold. */
@Command(
        name = "packages",
        description = "Says which packages an image would hold, as KIWI would install them.",
        mixinStandardHelpOptions = true)
final class ImagePackagesCommand implements Callable<Integer> {
    @Parameters(paramLabel = "NAME", description = "The image's name.")
    @SuppressWarnings("NullAway.Init")
    private String name;

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
        PrintWriter out = spec.commandLine().getOut();
        if (options.json()) {
            out.println(JsonText.of(PlanJson.of(plan)));
            return PlanSource.status(plan);
        }
        TextTable table = new TextTable("PACKAGE", "VERSION", "ARCH", "SIZE", "ADDED", "PHASE", "COMPONENT", "REASON");
        for (PlannedPackage one : plan.packages()) {
            table.row(
                    one.name(),
                    one.nevra().version().toString(),
                    one.nevra().architecture(),
                    String.valueOf(one.size()),
                    String.valueOf(one.addedSize()),
                    one.phase().label(),
                    one.component().orElse(""),
                    one.reason());
        }
        table.print(out);
        out.println();
        out.printf("%d packages, %d bytes%n", plan.packages().size(), plan.size());
        return PlanSource.report(plan, err);
    }
}
