package dev.milliner.image;

import org.apache.commons.compress.archivers.tar.TarArchiveEntry;

/** An entry of one tar archive as it goes into another: what it is, whose, and its extended attributes. */
final class TarEntryCopy {
    private static final String ATTRIBUTE = "SCHILY.xattr.";

    private TarEntryCopy() {}

    /**
     * Copies.
     *
     * @param path its path there
     * @param shared the path that a hard link shares its content with
     */
    static TarArchiveEntry of(TarArchiveEntry entry, String path, String shared) {
        TarArchiveEntry copy = new TarArchiveEntry(entry.isDirectory() ? path + "/" : path, entry.getLinkFlag());
        copy.setMode(entry.getMode());
        copy.setUserId(entry.getLongUserId());
        copy.setGroupId(entry.getLongGroupId());
        copy.setModTime(entry.getLastModifiedTime());
        entry.getExtraPaxHeaders().forEach((key, value) -> {
            if (key.startsWith(ATTRIBUTE)) {
                copy.addPaxHeader(key, value);
            }
        });
        switch (TarLayer.kind(entry)) {
            case HARD_LINK -> copy.setLinkName(shared);
            case LINK -> copy.setLinkName(entry.getLinkName());
            case CHARACTER_DEVICE, BLOCK_DEVICE -> {
                copy.setDevMajor(entry.getDevMajor());
                copy.setDevMinor(entry.getDevMinor());
            }
            case FILE -> copy.setSize(entry.isSparse() ? entry.getRealSize() : entry.getSize());
            case FOLDER, PIPE, SOCKET -> {}
        }
        return copy;
    }
}
