package dev.milliner.image;

import dev.milliner.image.disk.DiskFile;
import dev.milliner.image.disk.ForeignDisk;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * A raw disk made of one of another format by the host's {@code qemu-img}, which sees nothing of the host but its programs and the
 * disk. How long, how much memory and how many bytes are bounded.
 */
final class ConvertedDisk {
    private static final int MOST_LAYERS = 16;

    private ConvertedDisk() {}

    /** Tells whether the host has what it takes. */
    static boolean isPossible() {
        return ConfinedTool.isPossible("qemu-img");
    }

    /**
     * Makes one.
     *
     * @param artifact the disk
     * @param foreign what it is
     * @param folder where it is made; empty
     * @throws IOException when it is laid over one that does not lie beside it, or cannot be converted; the message says why
     */
    static Path of(Path artifact, ForeignDisk foreign, Path folder) throws IOException {
        List<Path> layers = layers(artifact, foreign);
        List<String> words = List.of(
                "qemu-img",
                "convert",
                "-f",
                foreign.format(),
                "-O",
                "raw",
                "--",
                ConfinedTool.seen(layers.getFirst()),
                "/out/disk");
        try {
            ConfinedRun.of("qemu-img", folder, layers, words);
        } catch (IOException why) {
            throw new IOException(foreign.getMessage() + " (here: " + why.getMessage() + ")", foreign);
        }
        return folder.resolve("disk");
    }

    /** The disk, and those that it is laid over; they lie beside it, as a name that leads elsewhere may lead anywhere. */
    private static List<Path> layers(Path artifact, ForeignDisk foreign) throws IOException {
        List<Path> layers = new ArrayList<>(List.of(artifact.toRealPath()));
        Optional<ForeignDisk> top = Optional.of(foreign);
        while (top.isPresent() && !top.get().base().isEmpty()) {
            String base = top.get().base();
            Path beside = artifact.resolveSibling(base.replace('/', '_'));
            if (base.contains("/") || base.contains(":") || !Files.isRegularFile(beside)) {
                throw new IOException(
                        top.get().getMessage() + " (here: '" + base + "' is no file beside it, and no other is read)",
                        top.get());
            }
            if (layers.contains(beside.toRealPath()) || layers.size() == MOST_LAYERS) {
                throw new IOException("it is laid over itself, or over more than " + MOST_LAYERS + " disks");
            }
            layers.add(beside.toRealPath());
            top = foreign(beside);
        }
        return layers;
    }

    private static Optional<ForeignDisk> foreign(Path disk) throws IOException {
        try (DiskFile read = DiskFile.open(disk).orElseThrow(() -> new IOException(disk + " is no disk"))) {
            return Optional.empty();
        } catch (ForeignDisk foreign) {
            return Optional.of(foreign);
        }
    }
}
