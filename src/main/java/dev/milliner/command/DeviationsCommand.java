package dev.milliner.command;

import dev.milliner.answer.JsonText;
import dev.milliner.review.Deviations;
import dev.milliner.review.DeviationsReport;
import java.io.PrintWriter;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Prints every deviation from upstream with its reason. */
@Command(
        name = "deviations",
        description = "Prints every deviation from upstream with its reason.",
        mixinStandardHelpOptions = true)
final class DeviationsCommand implements Callable<Integer> {
    /** The formats of the account. */
    enum Format {
        markdown,
        html,
        json
    }

    @Option(
            names = "--format",
            paramLabel = "FORMAT",
            description = "markdown, html or json (default: ${DEFAULT-VALUE}).",
            defaultValue = "markdown")
    private Format format = Format.markdown;

    @Mixin
    private final TreeOptions options = new TreeOptions();

    @Spec
    @SuppressWarnings("NullAway.Init")
    private CommandSpec spec;

    @Override
    public Integer call() {
        Deviations deviations = Deviations.of(options.load());
        PrintWriter out = spec.commandLine().getOut();
        switch (options.json() ? Format.json : format) {
            case markdown -> out.print(DeviationsReport.markdown(deviations));
            case html -> out.print(DeviationsReport.html(deviations));
            case json -> out.println(JsonText.of(DeviationsReport.json(deviations)));
        }
        out.flush();
        return CommandLineEntry.DONE;
    }
}
