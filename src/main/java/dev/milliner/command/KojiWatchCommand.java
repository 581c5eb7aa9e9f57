package dev.milliner.command;

import dev.milliner.build.history.BuildStore;
import dev.milliner.build.koji.KojiBuild;
import dev.milliner.build.koji.KojiClient;
import dev.milliner.build.koji.KojiFolder;
import dev.milliner.build.koji.KojiListener;
import dev.milliner.build.koji.KojiRhythm;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Goes on watching a task. */
@Command(
        name = "watch",
        description =
                "Watches a task to its end and fetches its results. One that was watched before goes on where that"
                        + " ended.",
        mixinStandardHelpOptions = true)
final class KojiWatchCommand implements Callable<Integer> {
    @Parameters(
            arity = "0..1",
            paramLabel = "TASK|BUILD",
            description = "A task's number, or the name of a build's folder (default: the one whose end was not seen).")
    private @Nullable String which;

    @Mixin
    private final KojiOptions koji = new KojiOptions();

    @Mixin
    private final KojiWatchOptions watching = new KojiWatchOptions();

    @Option(names = "--json", description = "Print JSON.")
    private boolean json;

    @Spec
    @SuppressWarnings("NullAway.Init")
    private CommandSpec spec;

    @Override
    public Integer call() throws IOException, InterruptedException {
        BuildStore store = BuildStore.ofUser();
        KojiListener listener = KojiWatchOptions.listener(spec.commandLine(), json);
        KojiRhythm rhythm = watching.rhythm();
        Optional<Path> folder = folder(store);
        if (folder.isPresent()) {
            KojiClient client = KojiOptions.client(new KojiFolder(folder.get()).profile());
            return KojiWatchOptions.watch(() -> KojiBuild.resume(client.program(), folder.get(), listener, rhythm));
        }
        KojiClient client = koji.client();
        long task = Long.parseLong(String.valueOf(which));
        return KojiWatchOptions.watch(() -> KojiBuild.watch(client, task, listener, store, rhythm, watching.output()));
    }

    /** The folder to go on in; empty for a task that was not watched before. */
    private Optional<Path> folder(BuildStore store) throws IOException {
        if (which == null) {
            return Optional.of(onlyOne(KojiFolder.unfinished(store)));
        }
        if (which.matches("[0-9]{1,18}")) {
            return KojiFolder.unfinished(store, koji.profile(), Long.parseLong(which));
        }
        Path folder = store.folder().resolve(which);
        if (!Files.isRegularFile(folder.resolve("koji.json"))) {
            throw new InputException(folder + " is no folder of a build on a farm.");
        }
        return Optional.of(folder);
    }

    private static Path onlyOne(List<Path> unfinished) {
        if (unfinished.isEmpty()) {
            throw new InputException("No build on a farm is unfinished; name a task's number.");
        }
        if (unfinished.size() > 1) {
            throw new InputException("Several builds on farms are unfinished; name one of: "
                    + String.join(
                            ", ",
                            unfinished.stream()
                                    .map(folder -> String.valueOf(folder.getFileName()))
                                    .toList()));
        }
        return unfinished.getFirst();
    }
}
