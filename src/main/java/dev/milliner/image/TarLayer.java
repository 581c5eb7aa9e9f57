package dev.milliner.image;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarConstants;

/** A tar archive of a root or of a layer over one, compressed or not. */
final class TarLayer {
    private static final String WHITEOUT = ".wh.";
    private static final String OPAQUE = ".wh..wh..opq";

    private TarLayer() {}

    /** Reads all its files, and takes out what it hides of the layers below. */
    static void read(Path archive, RootReading reading) throws IOException {
        read(archive, reading, true);
    }

    /** Takes in its paths alone, and takes out what it hides of the layers below. */
    static void list(Path archive, RootReading reading) throws IOException {
        read(archive, reading, false);
    }

    private static void read(Path archive, RootReading reading, boolean contents) throws IOException {
        reading.nextLayer();
        try (Tar tar = new Tar(Unpacked.open(archive))) {
            for (TarArchiveEntry entry = tar.next(); entry != null; entry = tar.next()) {
                String path = entry.getName();
                String name = path.substring(path.lastIndexOf('/') + 1);
                if (isWhiteout(entry)) {
                    hide(path.substring(0, path.length() - name.length()), name, reading);
                } else {
                    reading.entry(entry(entry), contents ? tar::content : InputStream::nullInputStream);
                }
            }
        }
    }

    /** Tells whether it is no file of its own, and hides what lower layers have. */
    static boolean isWhiteout(TarArchiveEntry entry) {
        return entry.getName().substring(entry.getName().lastIndexOf('/') + 1).startsWith(WHITEOUT);
    }

    private static void hide(String folder, String name, RootReading reading) {
        boolean opaque = name.equals(OPAQUE);
        RootPath.of(opaque ? folder : folder + name.substring(WHITEOUT.length()))
                .ifPresentOrElse(
                        path -> reading.hide(path, !opaque),
                        () -> reading.remark(
                                "'" + folder + name + "' hides what is outside of the root; it is left out."));
    }

    private static RootEntry entry(TarArchiveEntry entry) {
        return new RootEntry(
                entry.getName(),
                kind(entry),
                entry.isSparse() ? entry.getRealSize() : entry.getSize(),
                entry.getMode(),
                String.valueOf(entry.getLongUserId()),
                String.valueOf(entry.getLongGroupId()),
                entry.getLinkName() == null ? "" : entry.getLinkName());
    }

    static FileKind kind(TarArchiveEntry entry) {
        return switch (entry.getLinkFlag()) {
            case TarConstants.LF_LINK -> FileKind.HARD_LINK;
            case TarConstants.LF_SYMLINK -> FileKind.LINK;
            case TarConstants.LF_CHR -> FileKind.CHARACTER_DEVICE;
            case TarConstants.LF_BLK -> FileKind.BLOCK_DEVICE;
            case TarConstants.LF_FIFO -> FileKind.PIPE;
            default -> entry.isDirectory() ? FileKind.FOLDER : FileKind.FILE;
        };
    }
}
