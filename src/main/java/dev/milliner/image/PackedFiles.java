package dev.milliner.image;

import dev.milliner.ground.ToolProcess;
import dev.milliner.ground.ToolProcess.Errors;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveInputStream;

/**
 * The contents of an erofs whose files are packed, by the host's fsck.erofs: it unpacks into memory that only it sees, and tar hands
 * that over as a stream. What a file is, and whose, is not taken from there.
 */
final class PackedFiles {
    private static final String STEPS =
            "fsck.erofs --extract=/out/root --no-preserve \"$1\" >&2 && exec tar -C /out/root -cf - .";
    private static final int LONGEST_WORDS = 64 * 1024;

    private PackedFiles() {}

    /** Tells whether the host has what reads them. */
    static boolean isReadable() {
        return ConfinedTool.isPossible("fsck.erofs", "tar");
    }

    /**
     * Reads some of them.
     *
     * @param volume the file that the erofs begins
     * @param wanted what is wanted, by the names that its file has; each is taken out when it was read
     */
    static void read(Path volume, Map<String, RootEntry> wanted, RootReading reading) throws IOException {
        List<String> words = List.of("sh", "-c", STEPS, "unpack", ConfinedTool.seen(volume));
        try (ToolProcess process =
                ToolProcess.start(ConfinedTool.command(Optional.empty(), List.of(volume), words), Errors.APART)) {
            process.input().close();
            CompletableFuture<String> said = CompletableFuture.supplyAsync(() -> said(process));
            CompletableFuture<Boolean> late = new CompletableFuture<Boolean>()
                    .completeOnTimeout(true, ConfinedTool.PATIENCE.toSeconds(), TimeUnit.SECONDS);
            CompletableFuture<Integer> ended = late.thenApply(over -> process.end());
            try (TarArchiveInputStream tar = new TarArchiveInputStream(process.output(), "UTF-8")) {
                for (TarArchiveEntry entry = tar.getNextEntry(); entry != null; entry = tar.getNextEntry()) {
                    RootEntry file = TarLayer.kind(entry) == FileKind.FILE
                            ? wanted.get(RootPath.of(entry.getName()).orElse(""))
                            : null;
                    if (file != null && wanted.values().removeIf(file::equals)) {
                        long size = entry.getSize();
                        reading.entry(file, () -> new FilePiece(tar, size));
                    }
                }
            } finally {
                ended.cancel(false);
                late.cancel(false);
            }
            if (!wanted.isEmpty()) {
                process.end();
                throw new IOException("fsck.erofs does not unpack it: " + said.join());
            }
        }
    }

    private static String said(ToolProcess process) {
        try (InputStream errors = process.errors()) {
            String words = new String(errors.readNBytes(LONGEST_WORDS), StandardCharsets.UTF_8);
            errors.transferTo(OutputStream.nullOutputStream());
            return words.lines().filter(line -> !line.isBlank()).findFirst().orElse("it takes too long, or ended");
        } catch (IOException gone) {
            return "it ended";
        }
    }
}
