package dev.milliner.build.koji;

import dev.milliner.build.run.Outcome;
import java.io.FileOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Instant;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.stream.Stream;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/**
 * What is known of a build on a farm, as it lies in the build's folder, so that nothing is lost when Milliner ends.
 *
 * @param profile the client's profile
 * @param order what is built
 * @param started when
 * @param owner the hub's number for who asked; 0 before the hub was asked
 * @param newest the highest number among the owner's tasks before this one was asked for
 * @param asked whether the request was sent, though perhaps not heard
 * @param task the task's number, once it is known
 * @param page where people look at the task, or empty
 * @param logs the name of the folder of logs, new for each run of Milliner
 * @param offsets how many bytes of each log were given as lines, by path below the folder of logs
 * @param starts when each task began, to see that a builder began it again
 * @param sequence the number of the last line given
 * @param output where the results go
 * @param outcome how it ended, once it has
 */
record KojiRecord(
        String profile,
        KojiOrder order,
        Instant started,
        long owner,
        long newest,
        boolean asked,
        OptionalLong task,
        String page,
        String logs,
        Map<String, Long> offsets,
        Map<Long, Double> starts,
        long sequence,
        String output,
        Optional<Outcome> outcome) {
    private static final String NAME = "koji.json";

    /** With nothing missing, as it may in a file that was changed, and maps that nobody changes. */
    KojiRecord {
        Stream.of(profile, order, started, task, page, logs, output, outcome).forEach(Objects::requireNonNull);
        offsets = Map.copyOf(offsets);
        starts = Map.copyOf(starts);
    }

    static KojiRecord of(String profile, KojiOrder order, Path output) {
        return new KojiRecord(
                profile,
                order,
                Instant.now(),
                0,
                0,
                false,
                OptionalLong.empty(),
                "",
                "logs",
                Map.of(),
                Map.of(),
                0,
                output.toString(),
                Optional.empty());
    }

    KojiRecord withOwner(long who, long newestTask) {
        return new KojiRecord(
                profile,
                order,
                started,
                who,
                newestTask,
                asked,
                task,
                page,
                logs,
                offsets,
                starts,
                sequence,
                output,
                outcome);
    }

    KojiRecord withAsked() {
        return new KojiRecord(
                profile, order, started, owner, newest, true, task, page, logs, offsets, starts, sequence, output,
                outcome);
    }

    KojiRecord withTask(long id, String address) {
        return new KojiRecord(
                profile,
                order,
                started,
                owner,
                newest,
                true,
                OptionalLong.of(id),
                address,
                logs,
                offsets,
                starts,
                sequence,
                output,
                outcome);
    }

    KojiRecord withLogFolder(String name) {
        return new KojiRecord(
                profile, order, started, owner, newest, asked, task, page, name, offsets, starts, sequence, output,
                outcome);
    }

    KojiRecord withLogs(Map<String, Long> given, Map<Long, Double> began, long lines) {
        return new KojiRecord(
                profile, order, started, owner, newest, asked, task, page, logs, given, began, lines, output, outcome);
    }

    KojiRecord withOutcome(Outcome end) {
        return new KojiRecord(
                profile,
                order,
                started,
                owner,
                newest,
                asked,
                task,
                page,
                logs,
                offsets,
                starts,
                sequence,
                output,
                Optional.of(end));
    }

    static boolean isIn(Path folder) {
        return Files.isRegularFile(folder.resolve(NAME));
    }

    /**
     * Reads the record in a build's folder.
     *
     * @throws IOException when it is not there or not whole
     */
    static KojiRecord read(Path folder) throws IOException {
        Path file = folder.resolve(NAME);
        try {
            KojiRecord read = JsonMapper.shared().readValue(Files.readString(file), KojiRecord.class);
            if (Objects.isNull(read) || !isName(read.logs)) {
                throw new IOException(file + " is no record of a build on a farm.");
            }
            return read;
        } catch (JacksonException broken) {
            throw new IOException(file + " is no record of a build on a farm: " + broken.getOriginalMessage(), broken);
        }
    }

    /** Whether logs lie in a folder of the build's own. */
    private static boolean isName(String logs) {
        return !logs.isEmpty() && logs.indexOf('/') < 0 && logs.indexOf('\0') < 0 && !logs.startsWith("..");
    }

    /** Writes it so that a crash leaves the old record or the new one, whole. */
    void write(Path folder) throws IOException {
        byte[] text = JsonMapper.shared()
                .writerWithDefaultPrettyPrinter()
                .writeValueAsString(this)
                .getBytes(StandardCharsets.UTF_8);
        Path part = folder.resolve(NAME + ".part");
        // A stream, as a channel closes when the thread is interrupted, which is how a build is told to end.
        try (FileOutputStream stream = new FileOutputStream(part.toFile())) {
            stream.write(text);
            stream.getFD().sync();
        }
        Files.move(part, folder.resolve(NAME), StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    }
}
