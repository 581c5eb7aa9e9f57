package dev.milliner.build.koji;

import dev.milliner.build.log.LogSeverity;
import dev.milliner.build.log.Stage;
import dev.milliner.build.run.BuildEvent;
import dev.milliner.build.run.BuildEvent.LogLine;
import dev.milliner.build.run.BuildEvent.ProblemFound;
import dev.milliner.build.run.BuildEvent.Progress;
import dev.milliner.build.run.BuildEvent.StageFinished;
import dev.milliner.build.run.BuildEvent.StageStarted;
import dev.milliner.build.run.BuildLog;
import dev.milliner.ground.Elapsed;
import dev.milliner.ground.FileTrouble;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import tools.jackson.databind.JsonNode;

/** One run of a build on a farm: sends its events in order, and keeps its log and its record. */
final class KojiRun implements AutoCloseable {
    private final KojiListener listener;
    private final Path folder;
    private final FileChannel lock;
    private final BuildLog log;
    private final List<ProblemFound> problems = new ArrayList<>();
    private final Set<String> shown = new HashSet<>();
    private final Map<Stage, Duration> times = new EnumMap<>(Stage.class);
    private volatile KojiRecord record;
    private Stage stage = Stage.CHECK;
    private long sequence;
    private double fraction;

    KojiRun(KojiListener listener, Path folder, KojiRecord record) throws IOException {
        this.lock = locked(folder);
        this.listener = listener;
        this.folder = folder;
        this.record = record;
        this.sequence = record.sequence();
        this.log = new BuildLog(log(folder));
    }

    /** One run of Milliner at a time watches a build: two would both write its logs. The lock ends with the process. */
    private static FileChannel locked(Path folder) throws IOException {
        FileChannel channel =
                FileChannel.open(folder.resolve("koji.lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
        FileLock lock = null;
        try {
            lock = channel.tryLock();
        } catch (OverlappingFileLockException here) {
            // Another build of this process has it.
        }
        if (lock == null) {
            channel.close();
            throw new IOException(
                    "The build " + folder.getFileName() + " is being watched already; leave it there first");
        }
        return channel;
    }

    /** Gives this run a folder of logs of its own, with what an earlier run fetched in it. */
    void renewLogs() throws IOException {
        record = KojiLogs.moved(folder, record);
        sequence = record.sequence();
        record.write(folder);
    }

    /** The log of all that happened, in a build's folder. */
    static Path log(Path folder) {
        return folder.resolve("build.log");
    }

    /** Keeps the tasks as they are now, for whoever looks at the build later. */
    void keepTree(JsonNode root, JsonNode descendants) {
        try {
            KojiFolder.keep(folder, root, descendants);
        } catch (IOException full) {
            // It is only to look at.
        }
    }

    /** Work that belongs to one stage. */
    interface StageWork {
        void run() throws KojiFailed, InterruptedException;
    }

    Path folder() {
        return folder;
    }

    KojiRecord record() {
        return record;
    }

    List<ProblemFound> problems() {
        return List.copyOf(problems);
    }

    /** How long each stage took. */
    Map<Stage, Duration> times() {
        return Map.copyOf(times);
    }

    /** Keeps what is known now, on the disk as well; the log goes first, as the record counts its lines. */
    void keep(KojiRecord next) throws KojiFailed {
        log.flush();
        KojiRecord numbered = next.withLogs(next.offsets(), next.starts(), sequence);
        if (numbered.equals(record)) {
            return;
        }
        record = numbered;
        try {
            record.write(folder);
        } catch (IOException full) {
            throw new KojiFailed(
                    KojiFailure.UNAVAILABLE,
                    "The build's folder cannot be written: " + FileTrouble.words(full),
                    "make room, and go on with: milliner koji watch " + folder.getFileName());
        }
    }

    void stage(Stage next, StageWork work) throws KojiFailed, InterruptedException {
        stage = next;
        Elapsed working = Elapsed.fromNow();
        send(new StageStarted(next, Instant.now()));
        boolean succeeded = false;
        try {
            work.run();
            succeeded = true;
        } finally {
            times.put(next, working.time());
            send(new StageFinished(next, Instant.now(), succeeded));
        }
    }

    /**
     * Says how far the build is, as far as one can tell.
     *
     * @param part from 0 to 1; less than said before is left out
     */
    void progress(double part) {
        if (part > fraction) {
            fraction = part;
            send(new Progress(part));
        }
    }

    /** Shows a command before it runs; one that is repeated to see what is new, the first time only. */
    void command(List<String> words, String text) {
        if (shown.add(text)) {
            log(LogSeverity.DEBUG, "$ " + text);
            happened(new KojiEvent.CommandRuns(words));
        }
    }

    void log(LogSeverity severity, String text) {
        // One line of the log each, as they are counted when a killed Milliner's log is read.
        String whole = text.replace('\n', ' ');
        LogLine line = new LogLine(++sequence, Instant.now(), severity, whole, stage);
        log.write(line);
        log.flush();
        send(line);
    }

    void problem(String message, String fix) {
        ProblemFound found = new ProblemFound(stage, message, fix);
        problems.add(found);
        log(LogSeverity.ERROR, fix.isEmpty() ? message : message + ": " + fix);
        send(found);
    }

    void send(BuildEvent event) {
        listener.happened(event);
    }

    void happened(KojiEvent event) {
        // Whoever hears of it reads the log's file.
        log.flush();
        listener.onFarm(event);
    }

    @Override
    public void close() {
        log.close();
        try {
            lock.close();
        } catch (IOException gone) {
            // The lock ends with the process at the latest.
        }
    }
}
