package dev.milliner.command;

import dev.milliner.answer.JsonText;
import dev.milliner.distro.Distro;
import dev.milliner.image.ImagePlan;
import dev.milliner.image.PlannedFile;
import dev.milliner.rpm.Repositories;
import dev.milliner.solve.client.PackageSolver;
import java.io.IOException;
import java.io.PrintWriter;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** Lists the files an image would hold. */
@Command(
        name = "files",
        description = "Lists the files an image would hold, with the packages that own them.",
        mixinStandardHelpOptions = true)
final class ImageFilesCommand implements Callable<Integer> {
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
    public Integer call() throws IOException {
        PrintWriter err = spec.commandLine().getErr();
        Distro distro = options.load();
        ImagePlan plan;
        try (PackageSolver solver = new PackageSolver()) {
            plan = source.plan(distro, name, solver, err);
        }
        List<PlannedFile> files = PlannedFile.of(plan, source.used(), new Repositories().fileListCache());
        PrintWriter out = spec.commandLine().getOut();
        if (options.json()) {
            ArrayNode array = JsonNodeFactory.instance.arrayNode();
            for (PlannedFile file : files) {
                ObjectNode node = array.addObject().put("path", file.path()).put("folder", file.folder());
                file.owners().forEach(node.putArray("owners")::add);
            }
            out.println(JsonText.of(array));
            return PlanSource.status(plan);
        }
        files.forEach(file ->
                out.println(file.path() + (file.folder() ? "/" : "") + "  " + String.join(", ", file.owners())));
        return PlanSource.report(plan, err);
    }
}
