package dev.milliner.image;

import java.io.IOException;
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
        reading.nextLayer();
        try (Tar tar = new Tar(Unpacked.open(archive))) {
            for (TarArchiveEntry entry = tar.next(); entry != null; entry = tar.next()) {
                String path = entry.getName();
                String name = path.substring(path.lastIndexOf('/') + 1);
                if (name.startsWith(WHITEOUT)) {
                    hide(path.substring(0, path.length() - name.length()), name, reading);
                } else {
                    reading.entry(entry(entry), tar::content);
                }
            }
        }
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

    private static FileKind kind(TarArchiveEntry entry) {
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
