package dev.milliner.command;

import dev.milliner.answer.HistoryJson;
import dev.milliner.answer.JsonText;
import dev.milliner.ground.UserFolder;
import dev.milliner.review.ComponentHistory;
import dev.milliner.search.Dependents;
import dev.milliner.search.SpecSearch;
import dev.milliner.source.CommitHistory;
import java.io.IOException;
import java.io.PrintWriter;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Tells what a component was over time. */
@Command(
        name = "history",
        description = "Tells what a component was over time, in effect, and since when each of its values stands.",
        mixinStandardHelpOptions = true)
final class HistoryCommand implements Callable<Integer> {
    @Parameters(paramLabel = "NAME", description = "The component.")
    @SuppressWarnings("NullAway.Init")
    private String name;

    @Option(
            names = "--most",
            paramLabel = "N",
            converter = Numbers.Whole.class,
            description = "So many changes at most, the newest (default: all).",
            defaultValue = "2147483647")
    private int most;

    @Option(names = "--needed-by", description = "Tell also whose rendered specs need it.")
    private boolean neededBy;

    @Mixin
    private final TreeOptions options = new TreeOptions();

    @Spec
    @SuppressWarnings("NullAway.Init")
    private CommandSpec spec;

    @Override
    public Integer call() throws IOException {
        try (CommitHistory commits = options.history()) {
            String head = commits.named(options.reference())
                    .orElseThrow(
                            () -> new InputException("The repository has no commit '" + options.reference() + "'."));
            ComponentHistory history = ComponentHistory.of(commits, head, name, most);
            if (history.entries().isEmpty() && history.now().isEmpty()) {
                throw new InputException(new NameAsked("component", name)
                        .missing(options.load(head).components().keySet()));
            }
            PrintWriter out = spec.commandLine().getOut();
            if (options.json()) {
                out.println(JsonText.of(HistoryJson.of(history, needers(head))));
            } else {
                new HistoryText(out).print(history, needers(head));
            }
        }
        return CommandLineEntry.DONE;
    }

    /** Empty where nobody asked. */
    private Optional<List<String>> needers(String head) {
        if (!neededBy) {
            return Optional.empty();
        }
        SpecSearch specs =
                new SpecSearch(options.root(), UserFolder.CACHE.ours().resolve("specs"));
        return Optional.of(Dependents.of(specs, options.load(head), name, () -> true));
    }
}
