package dev.milliner.workbench.files;

import java.nio.file.Path;

/**
 * A file that is open in the editor: its text as it was last read or saved, and the text as it is edited. May be read
 * from any thread.
 */
public final class OpenFile {
    private final String path;
    private final Path location;
    private final TextMirror mirror;
    private volatile String saved;

    /**
     * Opens a file whose text was read.
     *
     * @param path its path in the tree
     * @param location where it is on disk
     * @param text its text on disk
     */
    public OpenFile(String path, Path location, String text) {
        this.path = path;
        this.location = location;
        this.saved = text;
        this.mirror = new TextMirror(text);
    }

    /** Its path relative to the distro's root. */
    public String path() {
        return path;
    }

    /** Where it is on disk. */
    public Path location() {
        return location;
    }

    /** Its name without folders. */
    public String name() {
        return path.substring(path.lastIndexOf('/') + 1);
    }

    /** The text as it is edited. */
    public TextMirror mirror() {
        return mirror;
    }

    /** The text on disk as Milliner last saw it. */
    public String saved() {
        return saved;
    }

    /** Remembers what is on disk now. */
    public void markSaved(String text) {
        saved = text;
    }
}
