package dev.milliner.image;

import dev.milliner.image.RootReading.Found;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveOutputStream;

/** A container that machines boot, in its archive: its layers as one root, with the kernel that starts it. */
public final class BootableContainer implements AutoCloseable {
    private static final long LARGEST_KERNEL = 512L << 20;
    private static final long MOST_BYTES = 64L << 30;

    private final LayerArchive archive;
    private final List<Path> layers;
    private final RootReading paths;
    private final ContainerKernel kernel;
    private final Set<String> written = new HashSet<>();
    private long bytes;

    private BootableContainer(LayerArchive archive, List<Path> layers, RootReading paths) throws IOException {
        this.archive = archive;
        this.layers = layers;
        this.paths = paths;
        this.kernel = ContainerKernel.of(paths);
    }

    /**
     * Opens an archive.
     *
     * @throws IOException when it is none of a container, or the container has not one kernel with its initial file system; the
     *     message says which
     */
    public static BootableContainer open(Path file) throws IOException {
        LayerArchive archive =
                LayerArchive.open(file).orElseThrow(() -> new IOException("it is no archive of a container"));
        RootReading paths = new RootReading();
        try {
            List<Path> layers = ContainerImage.of(archive, Optional.empty()).files();
            for (Path layer : layers) {
                TarLayer.list(layer, paths);
            }
            return new BootableContainer(archive, layers, paths);
        } catch (IOException refused) {
            archive.close();
            paths.close();
            throw refused;
        }
    }

    /**
     * Writes its root as one tar archive, and what starts it as files.
     *
     * @param root takes the archive; it is not closed
     * @param image where the kernel goes
     * @param initramfs where its initial file system goes
     * @throws IOException when a layer is damaged, or has what one archive cannot say; the message says what
     */
    public void write(OutputStream root, Path image, Path initramfs) throws IOException {
        TarArchiveOutputStream out = new TarArchiveOutputStream(root, "UTF-8");
        out.setLongFileMode(TarArchiveOutputStream.LONGFILE_POSIX);
        out.setBigNumberMode(TarArchiveOutputStream.BIGNUMBER_POSIX);
        out.setAddPaxHeadersForNonAsciiNames(true);
        for (int i = 0; i < layers.size(); i++) {
            try (Tar tar = new Tar(Unpacked.open(layers.get(i)))) {
                for (TarArchiveEntry entry = tar.next(); entry != null; entry = tar.next()) {
                    Optional<String> path = RootPath.of(entry.getName());
                    if (path.isPresent() && isLast(path.get(), i + 1, entry)) {
                        write(path.get(), entry, tar, out);
                    }
                }
            }
        }
        out.finish();
        out.flush();
        Files.move(paths.kept(kernel.image()), image);
        Files.move(paths.kept(kernel.initramfs()), initramfs);
    }

    /** Tells whether what a layer has of a path is what the whole has. */
    private boolean isLast(String path, int layer, TarArchiveEntry entry) throws IOException {
        Found found = paths.found().get(path);
        if (found == null || found.layer() != layer || TarLayer.isWhiteout(entry)) {
            return false;
        }
        if (!written.add(path)) {
            if (entry.isDirectory()) {
                return false;
            }
            throw new IOException("a layer has '" + path + "' twice");
        }
        return true;
    }

    private void write(String path, TarArchiveEntry entry, Tar tar, TarArchiveOutputStream out) throws IOException {
        FileKind kind = TarLayer.kind(entry);
        TarArchiveEntry copy = TarEntryCopy.of(entry, path, kind == FileKind.HARD_LINK ? shared(path, entry) : "");
        out.putArchiveEntry(copy);
        if (kind == FileKind.FILE) {
            content(path, tar.content(), copy.getSize(), out);
        }
        out.closeArchiveEntry();
    }

    /** What a hard link shares must have been written before it. */
    private String shared(String path, TarArchiveEntry entry) throws IOException {
        String target = RootPath.of(String.valueOf(entry.getLinkName())).orElse("");
        if (!written.contains(target)) {
            throw new IOException("'" + path + "' shares its content with '" + target
                    + "', which a later layer takes out or changes; that is not read");
        }
        return target;
    }

    private void content(String path, InputStream content, long size, OutputStream out) throws IOException {
        bytes += size;
        if (size < 0 || bytes > MOST_BYTES) {
            throw new IOException("its files are larger than any root");
        }
        boolean kept = path.equals(kernel.image()) || path.equals(kernel.initramfs());
        if (!kept) {
            content.transferTo(out);
            return;
        }
        if (size > LARGEST_KERNEL) {
            throw new IOException("'" + path + "' is larger than any kernel or initial file system");
        }
        Path file = paths.kept(path);
        Files.createDirectories(file.getParent());
        Files.copy(content, file);
        Files.copy(file, out);
    }

    @Override
    public void close() throws IOException {
        archive.close();
        paths.close();
    }
}
