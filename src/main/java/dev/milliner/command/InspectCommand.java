package dev.milliner.command;

import dev.milliner.image.Inspection;
import dev.milliner.image.Inspector;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Says what a built artifact holds. */
@Command(
        name = "inspect",
        description =
                "Says what a built artifact holds: a container or root archive, a raw, qcow2 or fixed VHD disk, an ext4"
                        + " file system, an rpmdb.sqlite, or a folder that is a root.",
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
            out.println(JsonText.of(InspectJson.of(inspection)));
        } else {
            new InspectText(out).print(inspection, files);
        }
        return CommandLineEntry.DONE;
    }
}
