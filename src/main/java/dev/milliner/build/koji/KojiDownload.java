package dev.milliner.build.koji;

import dev.milliner.build.log.LogSeverity;
import dev.milliner.build.run.Artifact;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import tools.jackson.databind.JsonNode;

/** Fetches what tasks made, each task's files into a folder of the task's number, and checks that all came whole. */
final class KojiDownload {
    private static final int ATTEMPTS = 3;

    private final KojiHub hub;
    private final KojiRun run;
    private final Path output;

    KojiDownload(KojiHub hub, KojiRun run) {
        this.hub = hub;
        this.run = run;
        this.output = Path.of(run.record().output());
    }

    /**
     * Fetches the files of all tasks that did what they should.
     *
     * @return the largest first for images, which are larger than what comes with them
     */
    List<Artifact> work(TaskTree tree) throws KojiFailed, InterruptedException {
        try {
            Files.createDirectories(output);
        } catch (IOException full) {
            throw new KojiFailed(KojiFailure.UNAVAILABLE, "The folder " + output + " cannot be made: " + full, "");
        }
        List<Artifact> artifacts = new ArrayList<>();
        for (KojiTask task : tree.all()) {
            if (task.state() == TaskState.Over.CLOSED) {
                artifacts.addAll(fetch(task));
            }
        }
        artifacts.sort(Comparator.comparingLong(Artifact::size).reversed());
        return artifacts;
    }

    private List<Artifact> fetch(KojiTask task) throws KojiFailed, InterruptedException {
        JsonNode files = hub.call("listTaskOutput", String.valueOf(task.id()), "stat=true", "all_volumes=true");
        List<Artifact> wanted = new ArrayList<>();
        for (Map.Entry<String, JsonNode> file : files.properties()) {
            if (!file.getKey().endsWith(".log")) {
                // One of several volumes will do: the client writes them to one name.
                long size = file.getValue()
                        .values()
                        .iterator()
                        .next()
                        .path("st_size")
                        .asLong(-1);
                wanted.add(new Artifact(kind(task, file.getKey()), place(task, file.getKey()), size));
            }
        }
        for (int attempt = 1; !wanted.stream().allMatch(KojiDownload::isWhole); attempt++) {
            if (attempt > ATTEMPTS) {
                throw new KojiFailed(
                        KojiFailure.UNAVAILABLE,
                        "Not all files of task " + task.title() + " came whole from the hub",
                        "try again with: milliner koji watch " + run.folder().getFileName());
            }
            hub.patiently(() -> client(task));
        }
        wanted.forEach(file -> run.log(LogSeverity.INFO, "Fetched " + file.path()));
        return wanted;
    }

    private KojiAnswer client(KojiTask task) throws InterruptedException {
        List<String> command = hub.client()
                .reading(
                        "download-task",
                        "--noprogress",
                        "--all",
                        "--dirpertask",
                        "--parentonly",
                        String.valueOf(task.id()));
        return hub.read(command, output, java.time.Duration.ofHours(12));
    }

    private Path place(KojiTask task, String file) throws KojiFailed {
        Path folder = output.resolve(String.valueOf(task.id()));
        Path path = folder.resolve(file).normalize();
        if (!path.startsWith(folder)) {
            throw new KojiFailed(
                    KojiFailure.REFUSED, "Task " + task.id() + " names a file outside its folder: " + file, "");
        }
        return path;
    }

    private static boolean isWhole(Artifact file) {
        try {
            return Files.size(file.path()) == file.size();
        } catch (IOException missing) {
            return false;
        }
    }

    private static String kind(KojiTask task, String file) {
        if (file.endsWith(".src.rpm")) {
            return "source_package";
        }
        return file.endsWith(".rpm") ? "package" : task.method().equals("createKiwiImage") ? "image_file" : "file";
    }
}
