package dev.milliner.image;

import dev.milliner.ground.ToolCommand;
import dev.milliner.ground.ToolProcess;
import dev.milliner.ground.ToolProcess.Errors;
import dev.milliner.ground.ToolResult;
import dev.milliner.ground.ToolRun;
import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;

/**
 * A squashfs, read by the host's unsquashfs: it writes all paths and then the files' contents, one after the other, as a stream.
 * So nothing is unpacked under a name of its own, no link is followed and no device is made.
 *
 * @param number of its partition
 * @param file what it lies in
 * @param offset where it begins there, in bytes
 */
record SquashVolume(int number, Path file, long offset) implements RootVolume {
    private static final String PROGRAM = "unsquashfs";
    private static final String DATA = "# START OF DATA - DO NOT MODIFY";
    private static final int MOST_LINES = 2_000_000;
    private static final int LONGEST_LINE = 32 * 1024;
    private static final int LONGEST_WORDS = 64 * 1024;

    /** Tells whether the host has what reads it. */
    static boolean isReadable() {
        return ConfinedTool.isPossible(PROGRAM);
    }

    @Override
    public String kind() {
        return "squashfs";
    }

    @Override
    public boolean isWritable() {
        return false;
    }

    @Override
    public List<String> names() {
        return List.of();
    }

    @Override
    public boolean has(String path) throws IOException {
        try {
            ToolResult result = ToolRun.within(ConfinedTool.PATIENCE).of(command("-lc", ConfinedTool.seen(file), path));
            return result instanceof ToolResult.Ended ended
                    && ended.output().lines().anyMatch(line -> line.endsWith("/" + path));
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new IOException("reading it was stopped", stopped);
        }
    }

    private ToolCommand command(String option, String... more) throws IOException {
        List<String> words = new ArrayList<>(List.of(PROGRAM, "-no-progress", "-quiet", "-processors", "1"));
        words.addAll(List.of("-offset", String.valueOf(offset), option));
        words.addAll(List.of(more));
        return ConfinedTool.command(Optional.empty(), List.of(file), words);
    }

    @Override
    public void read(String prefix, RootReading reading) throws IOException {
        try (ToolProcess process =
                ToolProcess.start(command("-pf", "/dev/stdout", ConfinedTool.seen(file)), Errors.APART)) {
            process.input().close();
            CompletableFuture<String> words = CompletableFuture.supplyAsync(() -> errors(process));
            CompletableFuture<Boolean> late = new CompletableFuture<Boolean>()
                    .completeOnTimeout(true, ConfinedTool.PATIENCE.toSeconds(), TimeUnit.SECONDS);
            CompletableFuture<Void> ended = late.thenRun(process::end);
            try (InputStream stream = new BufferedInputStream(process.output(), 1 << 16)) {
                read(stream, prefix, reading);
            } catch (EOFException cut) {
                throw new IOException(PROGRAM + " does not read it: " + why(process, words), cut);
            } finally {
                ended.cancel(false);
                late.cancel(false);
            }
        }
    }

    private static String why(ToolProcess process, CompletableFuture<String> words) {
        process.end();
        return words.join().lines().filter(line -> !line.isBlank()).findFirst().orElse("it takes too long, or ended");
    }

    private static String errors(ToolProcess process) {
        try (InputStream errors = process.errors()) {
            String words = new String(errors.readNBytes(LONGEST_WORDS), StandardCharsets.UTF_8);
            errors.transferTo(java.io.OutputStream.nullOutputStream());
            return words;
        } catch (IOException ended) {
            return "";
        }
    }

    private static void read(InputStream stream, String prefix, RootReading reading) throws IOException {
        List<SquashEntry> files = new ArrayList<>();
        List<SquashEntry> links = new ArrayList<>();
        int lines = 0;
        for (String line = line(stream); !line.equals(DATA); line = line(stream)) {
            if (++lines > MOST_LINES) {
                throw new IOException("it holds more than " + MOST_LINES + " paths, more than a root has");
            }
            SquashEntry one = line.startsWith("#") ? null : SquashEntry.of(line);
            if (one != null) {
                take(one, prefix, reading, files, links);
            }
        }
        // A line with nothing but its sign stands before what follows.
        line(stream);
        contents(stream, files, prefix, reading);
        for (SquashEntry link : links) {
            reading.entry(at(prefix, link), InputStream::nullInputStream);
        }
    }

    private static void take(
            SquashEntry one, String prefix, RootReading reading, List<SquashEntry> files, List<SquashEntry> links)
            throws IOException {
        switch (one.entry().kind()) {
            case FILE -> files.add(one);
            case HARD_LINK -> links.add(one);
            default -> reading.entry(at(prefix, one), InputStream::nullInputStream);
        }
    }

    private static RootEntry at(String prefix, SquashEntry one) {
        RootEntry entry = one.entry();
        String target = entry.kind() == FileKind.HARD_LINK ? prefix + entry.target() : entry.target();
        return new RootEntry(
                prefix + entry.path(), entry.kind(), entry.size(), entry.mode(), entry.user(), entry.group(), target);
    }

    /** The contents stand in the order of the lines. */
    private static void contents(InputStream stream, List<SquashEntry> files, String prefix, RootReading reading)
            throws IOException {
        long position = 0;
        for (SquashEntry file : files) {
            long size = file.entry().size();
            if (file.offset() != position || size < 0 || size > ConfinedTool.MOST_BYTES - position) {
                throw new IOException("its files are larger than any root, or unsquashfs lists them in no order");
            }
            FilePiece piece = new FilePiece(stream, size);
            reading.entry(at(prefix, file), () -> piece);
            piece.skip();
            position += size;
        }
    }

    private static String line(InputStream stream) throws IOException {
        ByteArrayOutputStream line = new ByteArrayOutputStream();
        for (int next = stream.read(); next != '\n'; next = stream.read()) {
            if (next < 0) {
                throw new EOFException("the list ends");
            }
            if (line.size() > LONGEST_LINE) {
                throw new IOException("it has a name that is longer than any");
            }
            line.write(next);
        }
        return line.toString(StandardCharsets.UTF_8);
    }
}
