package dev.milliner.command;

import dev.milliner.answer.JsonText;
import dev.milliner.build.history.BuildComparison;
import dev.milliner.build.history.BuildDetails;
import dev.milliner.build.history.BuildHistory;
import dev.milliner.build.history.BuildRecord;
import dev.milliner.build.history.BuildStore;
import dev.milliner.build.history.Retention;
import java.io.IOException;
import java.io.PrintWriter;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;

/** The history of builds. */
@Command(name = "builds", description = "Lists what was built, and compares builds.", mixinStandardHelpOptions = true)
final class BuildsCommand implements Callable<Integer> {
    @Option(names = "--json", description = "Print JSON.")
    private boolean json;

    @Option(
            names = "--limit",
            paramLabel = "N",
            converter = Numbers.Whole.class,
            defaultValue = "50",
            description = "List no more than so many.")
    private int limit;

    @Spec
    @SuppressWarnings("NullAway.Init")
    private CommandSpec spec;

    private PrintWriter out() {
        return spec.commandLine().getOut();
    }

    private static BuildHistory history() {
        return BuildStore.ofUser().history();
    }

    private static BuildDetails find(String id) throws IOException {
        return history()
                .find(id)
                .orElseThrow(() -> new InputException(
                        "There is no build '" + id + "', or several start so; 'milliner builds' lists them."));
    }

    @Override
    public Integer call() throws IOException {
        List<BuildRecord> builds = history().all().stream().limit(limit).toList();
        if (json) {
            ArrayNode array = JsonNodeFactory.instance.arrayNode();
            builds.forEach(build -> array.add(BuildsJson.of(build)));
            out().println(JsonText.of(array));
        } else {
            BuildsText.list(builds, out());
        }
        return CommandLineEntry.DONE;
    }

    @Command(name = "show", description = "Says all that is remembered of a build.", mixinStandardHelpOptions = true)
    int show(
            @Parameters(paramLabel = "ID", description = "The build, or how its name starts.") String id,
            @Option(names = "--json", description = "Print JSON.") boolean asJson)
            throws IOException {
        BuildDetails build = find(id);
        if (asJson) {
            out().println(JsonText.of(BuildsJson.of(build)));
        } else {
            BuildsText.show(build, out());
        }
        return CommandLineEntry.DONE;
    }

    @Command(
            name = "compare",
            description = "Says in what two builds differ: packages, sizes, times, warnings.",
            mixinStandardHelpOptions = true)
    int compare(
            @Parameters(index = "0", paramLabel = "A", description = "A build.") String first,
            @Parameters(index = "1", paramLabel = "B", description = "A later one.") String second,
            @Option(names = "--json", description = "Print JSON.") boolean asJson)
            throws IOException {
        BuildComparison comparison = BuildComparison.of(find(first), find(second));
        if (asJson) {
            out().println(JsonText.of(BuildsJson.of(comparison)));
        } else {
            BuildsText.compare(comparison, out());
        }
        return CommandLineEntry.DONE;
    }

    @Command(name = "pin", description = "Keeps a build whatever else goes.", mixinStandardHelpOptions = true)
    int pin(
            @Parameters(paramLabel = "ID", description = "The build.") String id,
            @Option(names = "--off", description = "No longer keep it.") boolean off)
            throws IOException {
        history().pin(find(id).record().id(), !off);
        return CommandLineEntry.DONE;
    }

    @Command(
            name = "prune",
            description = "Deletes the oldest builds of each target; never one that runs or is pinned.",
            mixinStandardHelpOptions = true)
    int prune(
            @Option(
                            names = "--keep",
                            paramLabel = "N",
                            converter = Numbers.Whole.class,
                            defaultValue = "20",
                            description = "Keep so many of each.")
                    int keep)
            throws IOException {
        if (keep < 0) {
            throw new InputException("--keep takes a number from 0.");
        }
        BuildStore store = BuildStore.ofUser();
        Retention.apply(store.history(), keep, store::delete).forEach(gone -> out().println(gone.id() + " is deleted"));
        return CommandLineEntry.DONE;
    }
}
