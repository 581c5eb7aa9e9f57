package dev.milliner.image;

/**
 * A path of a root as an artifact has it.
 *
 * @param path as the artifact writes it
 * @param kind what it is
 * @param size in bytes; 0 for what is no regular file
 * @param mode permissions, set-user-id, set-group-id and sticky bits: the lowest twelve of {@code st_mode}
 * @param user the owner's id or name
 * @param group the group's id or name
 * @param target where a link points, or the path a hard link shares its content with
 */
record RootEntry(String path, FileKind kind, long size, int mode, String user, String group, String target) {
    RootEntry {
        mode &= 07777;
        size = kind == FileKind.FILE ? Math.max(0, size) : 0;
    }

    RootEntry at(String other) {
        return new RootEntry(other, kind, size, mode, user, group, target);
    }
}
