package dev.milliner.image;

/** What a path of an image is. */
public enum FileKind {
    FILE("file"),
    /** Another name of a file, by the order in which they are read. */
    HARD_LINK("hard link"),
    FOLDER("folder"),
    LINK("link"),
    CHARACTER_DEVICE("character device"),
    BLOCK_DEVICE("block device"),
    PIPE("pipe"),
    SOCKET("socket");

    private final String label;

    FileKind(String label) {
        this.label = label;
    }

    /** In words. */
    public String label() {
        return label;
    }

    /** The kind that a mode, as in {@code st_mode}, carries. */
    static FileKind of(int mode) {
        return switch (mode >>> 12) {
            case 1 -> PIPE;
            case 2 -> CHARACTER_DEVICE;
            case 4 -> FOLDER;
            case 6 -> BLOCK_DEVICE;
            case 10 -> LINK;
            case 12 -> SOCKET;
            default -> FILE;
        };
    }
}
