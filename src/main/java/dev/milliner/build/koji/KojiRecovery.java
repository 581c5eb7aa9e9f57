package dev.milliner.build.koji;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.atomic.AtomicLong;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Brings the record of a build up to its log. A line is written to the log before it is given, and the record only after
 * some lines, so a Milliner that was killed in between left lines that the record does not know of.
 */
final class KojiRecovery {
    /** A line that came of a task's log: time, stage, severity, task, file. */
    private static final Pattern GIVEN = Pattern.compile("^\\S+ \\S+ \\S+ (\\d+ [^ ]+\\.log): ");

    /** A line of the log is longer than what it holds of a task's log: bytes that are no text take three. */
    private static final int LONGEST = 4 * LogTail.LONGEST;

    private KojiRecovery() {}

    /**
     * The record as it should have been when the last line was written.
     *
     * @param build the build's folder; a line that was cut off in its log is taken away there, as it is given again
     * @param logs the folder of the tasks' logs
     */
    static KojiRecord of(Path build, Path logs, KojiRecord record) throws IOException {
        Path log = KojiRun.log(build);
        if (!Files.exists(log)) {
            return record;
        }
        AtomicLong lines = new AtomicLong();
        Map<String, Long> unknown = new HashMap<>();
        long end = LogTail.read(log, 0, false, LONGEST, Long.MAX_VALUE, line -> {
            Matcher given = GIVEN.matcher(line);
            if (lines.incrementAndGet() > record.sequence() && given.find()) {
                unknown.merge(given.group(1), 1L, Long::sum);
            }
        });
        try (RandomAccessFile file = new RandomAccessFile(log.toFile(), "rw")) {
            file.setLength(end);
        }
        Map<String, Long> offsets = new TreeMap<>(record.offsets());
        for (Path file : KojiLogs.files(logs)) {
            Long given = unknown.remove(KojiLogs.task(logs, file) + " " + file.getFileName());
            if (given != null) {
                offsets.compute(logs.relativize(file).toString(), (name, offset) -> after(file, offset, given));
            }
        }
        return record.withLogs(offsets, record.starts(), lines.get());
    }

    private static long after(Path file, @Nullable Long offset, long lines) {
        try {
            return LogTail.read(file, offset == null ? 0 : offset, true, LogTail.LONGEST, lines, line -> {});
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
