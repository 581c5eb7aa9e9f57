package dev.milliner.command;

import dev.milliner.image.ImagePlan;
import dev.milliner.image.PlannedPackage;
import dev.milliner.solve.client.PackageSolver;
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

/** Says why an image would hold a package. */
@Command(
        name = "why",
        description = "Says why an image would hold a package, and what leaves with it.",
        mixinStandardHelpOptions = true)
final class ImageWhyCommand implements Callable<Integer> {
    private static final int MOST_CHAINS = 100;

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
        PlannedPackage found = plan.find(wanted)
                .orElseThrow(() -> new InputException("The image " + name + " would not hold '" + wanted + "'."
                        + NameAsked.near(
                                wanted,
                                plan.packages().stream()
                                        .map(each -> each.name())
                                        .toList())));
        int index = plan.packages().indexOf(found);
        List<List<String>> chains = plan.graph().chains(index, MOST_CHAINS).stream()
                .map(chain -> names(plan, chain))
                .toList();
        List<String> leaves = names(plan, plan.leavesWith(index));
        PrintWriter out = spec.commandLine().getOut();
        if (options.json()) {
            out.println(JsonText.of(json(found, chains, leaves)));
            return CommandLineEntry.DONE;
        }
        out.println(found.nevra() + " is " + found.reason() + ".");
        chains.forEach(chain -> out.println("  " + String.join(" -> ", chain)));
        out.println(
                leaves.isEmpty()
                        ? "Nothing leaves without it: something else needs it too."
                        : "Without it " + found.addedSize() + " bytes leave: " + String.join(", ", leaves));
        return CommandLineEntry.DONE;
    }

    private static List<String> names(ImagePlan plan, List<Integer> indexes) {
        return indexes.stream().map(one -> plan.packages().get(one).name()).toList();
    }

    private static ObjectNode json(PlannedPackage found, List<List<String>> chains, List<String> leaves) {
        ObjectNode node = JsonNodeFactory.instance.objectNode();
        node.put("package", found.nevra().toString());
        node.put("reason", found.reason());
        node.put("addedSize", found.addedSize());
        ArrayNode array = node.putArray("chains");
        chains.forEach(chain -> chain.forEach(array.addArray()::add));
        leaves.forEach(node.putArray("leaves")::add);
        return node;
    }
}
