package dev.milliner.command;

import dev.milliner.image.Inspection;
import dev.milliner.image.Inspection.ImageFile;
import dev.milliner.image.Inspection.Inspected;
import dev.milliner.image.Inspector;
import dev.milliner.rpm.LevelCounts;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.Locale;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** Says what a built artifact holds. */
@Command(
        name = "inspect",
        description = "Says what a built OCI archive, root archive, disk or root folder holds.",
        mixinStandardHelpOptions = true)
final class InspectCommand implements Callable<Integer> {
    @Parameters(paramLabel = "ARTIFACT", description = "The file or folder.")
    @SuppressWarnings("NullAway.Init")
    private Path artifact;

    @Option(names = "--json", description = "Print JSON.")
    private boolean json;

    @Option(names = "--files", description = "List the files too.")
    private boolean files;

    @Spec
    @SuppressWarnings("NullAway.Init")
    private CommandSpec spec;

    @Override
    public Integer call() {
        Inspection inspection;
        try {
            inspection = Inspector.inspect(artifact);
        } catch (IOException unreadable) {
            throw new InputException(String.valueOf(unreadable.getMessage()));
        }
        PrintWriter out = spec.commandLine().getOut();
        if (json) {
            out.println(JsonText.of(json(inspection)));
        } else {
            text(inspection, out);
        }
        return CommandLineEntry.DONE;
    }

    static ObjectNode level(LevelCounts counts) {
        return JsonNodeFactory.instance
                .objectNode()
                .put("v3", counts.v3())
                .put("baseline", counts.baseline())
                .put("noarch", counts.noarch())
                .put("unknown", counts.unknown());
    }

    private static ObjectNode json(Inspection inspection) {
        ObjectNode node = JsonNodeFactory.instance.objectNode().put("format", inspection.format());
        ArrayNode packages = node.putArray("packages");
        for (Inspected one : inspection.packages()) {
            packages.addObject()
                    .put("name", one.installed().name())
                    .put("epoch", one.installed().epoch())
                    .put("version", one.installed().version())
                    .put("release", one.installed().release())
                    .put("arch", one.installed().architecture())
                    .put("size", one.installed().size())
                    .put("license", one.installed().license())
                    .put("level", one.level().name().toLowerCase(Locale.ROOT))
                    .put("compilerFlags", one.installed().compilerFlags());
        }
        node.set("level", level(inspection.level()));
        ArrayNode files = node.putArray("files");
        for (ImageFile file : inspection.files()) {
            files.addObject().put("path", file.path()).put("size", file.size());
        }
        return node;
    }

    private void text(Inspection inspection, PrintWriter out) {
        TextTable table = new TextTable("PACKAGE", "VERSION", "ARCH", "SIZE", "LEVEL", "LICENSE");
        for (Inspected one : inspection.packages()) {
            table.row(
                    one.installed().name(),
                    one.installed().version() + "-" + one.installed().release(),
                    one.installed().architecture(),
                    String.valueOf(one.installed().size()),
                    one.level().name().toLowerCase(Locale.ROOT),
                    one.installed().license());
        }
        table.print(out);
        if (files) {
            out.println();
            inspection.files().forEach(file -> out.printf("%12d  %s%n", file.size(), file.path()));
        }
        out.println();
        out.printf(
                "%s, %d packages, %d files, %d bytes%n",
                inspection.format(),
                inspection.packages().size(),
                inspection.files().size(),
                inspection.size());
        out.printf(
                "x86-64-v3: %d packages; %d compiled for less, %d without machine code, %d do not say%n",
                inspection.level().v3(),
                inspection.level().baseline(),
                inspection.level().noarch(),
                inspection.level().unknown());
    }
}
