package dev.milliner.command;

import dev.milliner.answer.JsonText;
import dev.milliner.ground.Amount;
import dev.milliner.ground.FileTrouble;
import dev.milliner.image.Carrier.Layer;
import dev.milliner.image.ContainerUpdate;
import dev.milliner.image.ImageDifference;
import dev.milliner.image.ImageDifference.Change;
import dev.milliner.image.ImageDifference.Held;
import dev.milliner.image.ImagePlan;
import dev.milliner.image.Inspection;
import dev.milliner.image.Inspector;
import dev.milliner.image.WayBack;
import dev.milliner.solve.client.PackageSolver;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** Says in which packages two images differ. */
@Command(
        name = "compare",
        description =
                "Says in which packages two images differ: images of the distro, NAME@COMMIT, or artifacts; of two"
                        + " containers also what an update fetches, layer by layer.",
        mixinStandardHelpOptions = true)
final class ImageCompareCommand implements Callable<Integer> {
    @Parameters(index = "0", paramLabel = "A", description = "An image, NAME@COMMIT, or an artifact's file.")
    @SuppressWarnings("NullAway.Init")
    private String first;

    @Parameters(index = "1", paramLabel = "B", description = "The other.")
    @SuppressWarnings("NullAway.Init")
    private String second;

    @Mixin
    private final TreeOptions options = new TreeOptions();

    @Mixin
    private final PlanSource source = new PlanSource();

    @Spec
    @SuppressWarnings("NullAway.Init")
    private CommandSpec spec;

    private final List<Inspection> inspected = new ArrayList<>();

    @Override
    public Integer call() {
        ImageDifference difference;
        try (PackageSolver solver = new PackageSolver()) {
            difference = ImageDifference.of(held(first, solver), held(second, solver));
        }
        Optional<ContainerUpdate> update = inspected.size() == 2
                ? ContainerUpdate.of(inspected.getFirst(), inspected.getLast())
                : Optional.empty();
        PrintWriter out = spec.commandLine().getOut();
        if (options.json()) {
            ObjectNode node = json(difference);
            update.ifPresent(one -> layers(one, node));
            out.println(JsonText.of(node));
        } else {
            text(difference, out);
            update.ifPresent(one -> text(one, out));
        }
        return CommandLineEntry.DONE;
    }

    /** A name of the distro comes first, then a file of that name. */
    private List<Held> held(String what, PackageSolver solver) {
        int at = what.lastIndexOf('@');
        if (at < 0 && Files.exists(Path.of(what)) && !options.load().images().containsKey(what)) {
            try {
                Inspection inspection = Inspector.inspect(Path.of(what));
                inspected.add(inspection);
                return ImageDifference.held(inspection);
            } catch (IOException unreadable) {
                throw new InputException(FileTrouble.words(unreadable));
            }
        }
        PrintWriter err = spec.commandLine().getErr();
        ImagePlan plan = at < 0
                ? source.plan(options.load(), what, solver, err)
                : source.plan(options.load(what.substring(at + 1)), what.substring(0, at), solver, err);
        if (PlanSource.report(plan, err) != CommandLineEntry.DONE
                && plan.packages().isEmpty()) {
            throw new InputException("There is nothing to compare: " + what + " cannot be solved.");
        }
        return ImageDifference.held(plan);
    }

    private static void text(ImageDifference difference, PrintWriter out) {
        TextTable table = new TextTable("PACKAGE", "A", "B", "GROWTH");
        for (Change change : difference.changes()) {
            table.row(
                    change.name(), version(change.before()), version(change.after()), String.valueOf(change.growth()));
        }
        table.print(out);
        out.println();
        out.printf(
                "%s; %s before, %d after%n",
                Amount.of(difference.changes().size(), "package")
                        + Amount.either(difference.changes().size(), " differs", " differ"),
                Amount.of(difference.sizeBefore(), "byte"),
                difference.sizeAfter());
    }

    private static void text(ContainerUpdate update, PrintWriter out) {
        layers("comes", update.come(), out);
        layers("goes", update.go(), out);
        layers("stays", update.stay(), out);
        out.printf(
                "An update fetches %s: %s.%n",
                Amount.of(ContainerUpdate.size(update.come()), "byte"),
                update.back().words());
    }

    private static void layers(String what, List<Layer> layers, PrintWriter out) {
        layers.forEach(layer -> out.printf("layer %s %s, %s%n", layer.digest(), what, Amount.of(layer.size(), "byte")));
    }

    private static void layers(ContainerUpdate update, ObjectNode node) {
        ObjectNode layers = node.putObject("layers");
        layers(layers.putArray("come"), update.come());
        layers(layers.putArray("go"), update.go());
        layers(layers.putArray("stay"), update.stay());
        layers.put("fetched", ContainerUpdate.size(update.come()))
                .put("canGoBack", update.back() == WayBack.POSSIBLE)
                .put("back", update.back().words());
    }

    private static void layers(ArrayNode array, List<Layer> layers) {
        layers.forEach(layer -> array.addObject().put("digest", layer.digest()).put("size", layer.size()));
    }

    private static String version(Optional<Held> held) {
        return held.map(one -> one.nevra().version() + "." + one.nevra().architecture())
                .orElse("-");
    }

    private static ObjectNode json(ImageDifference difference) {
        ObjectNode node = JsonNodeFactory.instance.objectNode();
        ArrayNode changes = node.putArray("packages");
        for (Change change : difference.changes()) {
            changes.addObject()
                    .put("name", change.name())
                    .put("a", change.before().map(one -> one.nevra().toString()).orElse(null))
                    .put("b", change.after().map(one -> one.nevra().toString()).orElse(null))
                    .put("growth", change.growth());
        }
        node.put("sizeA", difference.sizeBefore());
        node.put("sizeB", difference.sizeAfter());
        return node;
    }
}
