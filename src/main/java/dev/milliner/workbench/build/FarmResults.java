package dev.milliner.workbench.build;

import dev.milliner.build.history.BuildDetails;
import dev.milliner.build.history.FarmTask;
import dev.milliner.build.koji.KojiClient;
import dev.milliner.build.koji.KojiFailed;
import dev.milliner.build.koji.KojiHost;
import dev.milliner.build.koji.KojiQuestions;
import dev.milliner.build.run.Artifact;
import dev.milliner.ground.FileTrouble;
import dev.milliner.workbench.words.Wording;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Optional;

/**
 * The results of a build on a farm.
 *
 * @param build the build
 * @param host what this host has to reach farms with
 */
record FarmResults(BuildDetails build, KojiHost host) {
    /**
     * Puts them into a folder, one folder for each task: from here where they are here, else from the hub.
     *
     * @return what was done, or why not, in a sentence
     */
    String putInto(Path folder) {
        try {
            Files.createDirectories(folder);
            if (build.artifacts().stream().allMatch(one -> Files.isRegularFile(one.path()))) {
                copy(folder);
            } else {
                fetch(folder);
            }
            return Wording.counted(
                    "build.farm-results.files",
                    build.artifacts().size(),
                    build.record().target(),
                    folder);
        } catch (IOException failure) {
            return Wording.of("build.farm-results.results-cant-put", folder, FileTrouble.words(failure));
        } catch (KojiFailed failed) {
            return failed.reason();
        } catch (InterruptedException closing) {
            Thread.currentThread().interrupt();
            return Wording.of("build.farm-results.results-were-not");
        }
    }

    private void copy(Path folder) throws IOException {
        for (Artifact one : build.artifacts()) {
            Path task =
                    folder.resolve(String.valueOf(one.path().getName(one.path().getNameCount() - 2)));
            Files.createDirectories(task);
            Files.copy(
                    one.path(),
                    task.resolve(one.path().getFileName()),
                    StandardCopyOption.REPLACE_EXISTING,
                    StandardCopyOption.COPY_ATTRIBUTES);
        }
    }

    private void fetch(Path folder) throws KojiFailed, InterruptedException, IOException {
        FarmTask task = build.record().farm().orElseThrow();
        Optional<KojiClient> client = host.client(task.profile());
        if (client.isEmpty() || task.task().isEmpty()) {
            throw new IOException(host.absence().orElse(Wording.of("build.farm-results.tasks-number-not")));
        }
        new KojiQuestions(client.get(), shown -> {}).download(task.task().getAsLong(), folder);
    }
}
