package dev.milliner.build.koji;

import dev.milliner.build.log.LogSeverity;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * The logs of a task and of those below it. The client fetches what is new of each into a file, behind the bytes that
 * are there; a client or a hub that dies in the middle leaves a shorter file, which the next time makes longer.
 */
final class KojiLogs {
    /** The client's folder for a task: its architecture and its number. */
    private static final Pattern TASK = Pattern.compile(".+-(\\d+)");

    private final KojiHub hub;
    private final KojiRun run;
    private final Path folder;

    KojiLogs(KojiHub hub, KojiRun run) {
        this.hub = hub;
        this.run = run;
        this.folder = folder(run);
    }

    /** Where the logs lie. */
    static Path folder(KojiRun run) {
        return run.folder().resolve(run.record().logs());
    }

    /**
     * Copies the logs of an earlier run of Milliner into a folder that only this run's client writes to: where that run
     * was killed its client may still be writing.
     *
     * @return the record with the new folder
     */
    static KojiRecord moved(Path build, KojiRecord record) throws IOException {
        int number = 2;
        while (Files.exists(build.resolve("logs-" + number))) {
            number++;
        }
        Path from = build.resolve(record.logs());
        Path to = Files.createDirectory(build.resolve("logs-" + number));
        if (Files.isDirectory(from)) {
            try (Stream<Path> walk = Files.walk(from)) {
                for (Path path : walk.skip(1).toList()) {
                    Files.copy(path, to.resolve(from.relativize(path)));
                }
            }
        }
        return KojiRecovery.of(build, to, record.withLogFolder(String.valueOf(to.getFileName())));
    }

    /** Fetches what is new, and gives its whole lines. */
    void follow(TaskTree tree) throws KojiFailed, InterruptedException {
        forgetRestarted(tree);
        try {
            hub.patiently(() -> {
                KojiAnswer answer = fetch(tree.root().id());
                // What came before the hub fell silent is shown now.
                give(false);
                return answer;
            });
        } catch (KojiFailed refused) {
            if (refused.kind() != KojiFailure.REFUSED) {
                throw refused;
            }
            // Hubs throw logs away after some time, and a builder may begin a task again.
            run.log(LogSeverity.WARNING, "Not all logs can be fetched: " + refused.reason());
        }
        give(tree.isOver());
    }

    private KojiAnswer fetch(long task) throws InterruptedException {
        List<String> command = hub.client()
                .reading("download-logs", "--dir=" + folder, "--continue", "--recurse", String.valueOf(task));
        return hub.read(command, run.folder(), hub.rhythm().patience().multipliedBy(5));
    }

    private void give(boolean complete) throws KojiFailed {
        Map<String, Long> offsets = new TreeMap<>(run.record().offsets());
        for (Path file : files()) {
            String name = folder.relativize(file).toString();
            offsets.put(name, give(file, offsets.getOrDefault(name, 0L), complete));
        }
        run.keep(run.record().withLogs(offsets, run.record().starts(), 0));
    }

    private long give(Path file, long offset, boolean complete) throws KojiFailed {
        long task = task(folder, file);
        String name = String.valueOf(file.getFileName());
        try {
            long end = LogTail.read(
                    file, offset, complete, line -> run.log(severity(name, line), task + " " + name + ": " + line));
            if (end > offset) {
                run.happened(new KojiEvent.LogGrew(task, name, Files.size(file)));
            }
            return end;
        } catch (IOException unreadable) {
            throw new KojiFailed(KojiFailure.UNAVAILABLE, "The log " + file + " cannot be read: " + unreadable, "");
        }
    }

    /** A task that a builder began again writes its logs anew. */
    private void forgetRestarted(TaskTree tree) throws KojiFailed {
        Map<Long, Double> starts = new HashMap<>(run.record().starts());
        Map<String, Long> offsets = new TreeMap<>(run.record().offsets());
        for (KojiTask task : tree.all()) {
            if (task.started() <= 0) {
                continue;
            }
            Double before = starts.put(task.id(), task.started());
            if (before != null && before < task.started()) {
                run.log(
                        LogSeverity.WARNING,
                        "A builder began task " + task.title() + " again; its logs begin again, too");
                forget(task.id(), offsets);
            }
        }
        run.keep(run.record().withLogs(offsets, starts, 0));
    }

    private void forget(long task, Map<String, Long> offsets) throws KojiFailed {
        for (Path file : files()) {
            if (task(folder, file) == task) {
                try {
                    Files.delete(file);
                } catch (IOException stuck) {
                    throw new KojiFailed(
                            KojiFailure.UNAVAILABLE, "The log " + file + " cannot be renewed: " + stuck, "");
                }
                offsets.remove(folder.relativize(file).toString());
            }
        }
    }

    private List<Path> files() throws KojiFailed {
        try {
            return files(folder);
        } catch (IOException unreadable) {
            throw new KojiFailed(
                    KojiFailure.UNAVAILABLE, "The folder " + folder + " cannot be read: " + unreadable, "");
        }
    }

    /** All logs in a folder of logs. */
    static List<Path> files(Path folder) throws IOException {
        if (!Files.isDirectory(folder)) {
            return List.of();
        }
        try (Stream<Path> walk = Files.walk(folder)) {
            return walk.filter(file -> file.toString().endsWith(".log") && Files.isRegularFile(file))
                    .sorted()
                    .toList();
        } catch (UncheckedIOException unreadable) {
            throw unreadable.getCause();
        }
    }

    /** The task that a log belongs to, by the nearest folder that names one. */
    static long task(Path folder, Path file) {
        for (Path parent = file.getParent(); parent != null && !parent.equals(folder); parent = parent.getParent()) {
            Matcher task = TASK.matcher(String.valueOf(parent.getFileName()));
            if (task.matches()) {
                return Long.parseLong(task.group(1));
            }
        }
        return 0;
    }

    /** What builds is worth reading; what prepares the place to build in is a detail. */
    private static LogSeverity severity(String file, String line) {
        boolean main = file.equals("build.log") || file.equals("checkout.log") || file.startsWith("image-root.");
        if (line.contains("error: ") || line.contains("ERROR: ") || line.contains("[ ERROR   ]")) {
            return main ? LogSeverity.ERROR : LogSeverity.WARNING;
        }
        return main ? LogSeverity.INFO : LogSeverity.DEBUG;
    }
}
