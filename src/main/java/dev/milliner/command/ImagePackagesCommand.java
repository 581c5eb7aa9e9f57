package dev.milliner.command;

import dev.milliner.answer.JsonText;
import dev.milliner.answer.PlanJson;
import dev.milliner.distro.Distro;
import dev.milliner.distro.Image;
import dev.milliner.ground.Amount;
import dev.milliner.image.ByteSize;
import dev.milliner.image.FileClaims;
import dev.milliner.image.ImagePlan;
import dev.milliner.image.PlanFormat;
import dev.milliner.image.PlannedPackage;
import dev.milliner.solve.client.PackageSolver;
import java.io.PrintWriter;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
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

    @Option(
            names = "--format",
            paramLabel = "FORMAT",
            description = "Print csv, json, markdown or cyclonedx, a bill of materials.")
    private @Nullable PlanFormat format;

    @Option(
            names = "--max-size",
            paramLabel = "SIZE",
            description = "A problem where its packages come to more, such as 64M or 1.5GiB.")
    private @Nullable String maxSize;

    @Spec
    @SuppressWarnings("NullAway.Init")
    private CommandSpec spec;

    @Override
    public Integer call() {
        PrintWriter err = spec.commandLine().getErr();
        Distro distro = options.load();
        ImagePlan plan;
        try (PackageSolver solver = new PackageSolver()) {
            plan = withBudget(source.plan(distro, name, solver, err), distro);
        }
        PrintWriter out = spec.commandLine().getOut();
        if (format != null) {
            out.print(format.write(plan, distro.name()));
            return PlanSource.report(plan, err);
        }
        if (options.json()) {
            out.println(JsonText.of(PlanJson.of(plan)));
            return PlanSource.status(plan);
        }
        text(plan, out);
        return PlanSource.report(plan, err);
    }

    private ImagePlan withBudget(ImagePlan plan, Distro distro) {
        if (maxSize == null) {
            return plan;
        }
        long most = ByteSize.parse(maxSize)
                .orElseThrow(() -> new ParameterException(
                        spec.commandLine(), "--max-size is a size, such as 64M or 1.5GiB, not " + maxSize + "."));
        Image image = new NameAsked("image", name).in(distro.images());
        return plan.with(FileClaims.overBudget(plan.size(), most, image.place()));
    }

    private static void text(ImagePlan plan, PrintWriter out) {
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
        out.println(Amount.of(plan.packages().size(), "package") + ", " + Amount.of(plan.size(), "byte"));
        if (plan.architecture().startsWith("x86_64_v")) {
            out.printf(
                    "%d are tagged %s, %d noarch, and %d fall back to a lower level%n",
                    plan.tagged(plan.architecture()), plan.architecture(), plan.tagged("noarch"), plan.fallenBack());
        }
    }
}
