package dev.milliner.command;

import dev.milliner.build.history.BuildStore;
import dev.milliner.build.koji.KojiBuild;
import dev.milliner.build.koji.KojiClient;
import dev.milliner.build.koji.KojiFailed;
import dev.milliner.build.koji.KojiListener;
import dev.milliner.build.koji.KojiQuestions;
import dev.milliner.build.koji.KojiRhythm;
import dev.milliner.build.koji.KojiTask;
import dev.milliner.build.koji.TaskTree;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Fetches what a task made. */
@Command(
        name = "download",
        description = "Fetches the logs and results of a task that is over.",
        mixinStandardHelpOptions = true)
final class KojiDownloadCommand implements Callable<Integer> {
    @Parameters(paramLabel = "TASK", converter = Numbers.Given.class, description = "The task's number.")
    private long task;

    @Option(
            names = {"-o", "--output"},
            required = true,
            paramLabel = "OUT",
            description = "The folder that gets one folder for each task that made something.")
    @SuppressWarnings("NullAway.Init")
    private Path output;

    @Option(names = "--json", description = "Print JSON.")
    private boolean json;

    @Mixin
    private final KojiOptions koji = new KojiOptions();

    @Spec
    @SuppressWarnings("NullAway.Init")
    private CommandSpec spec;

    @Override
    public Integer call() throws IOException, InterruptedException {
        KojiClient client = koji.client();
        try {
            TaskTree tree = new KojiQuestions(client, spec.commandLine().getErr()::println).tree(task);
            Optional<KojiTask> going =
                    tree.all().stream().filter(one -> !one.isOver()).findFirst();
            if (going.isPresent()) {
                throw new InputException(
                        "Task " + going.get().title() + " goes on; wait for its end with: milliner koji watch " + task);
            }
        } catch (KojiFailed failed) {
            throw KojiOptions.told(failed);
        }
        KojiListener listener = KojiWatchOptions.listener(spec.commandLine(), json);
        return KojiWatchOptions.watch(() ->
                KojiBuild.watch(client, task, listener, BuildStore.ofUser(), KojiRhythm.USUAL, Optional.of(output)));
    }
}
