package dev.milliner.workbench.files;

import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/**
 * A file that is open in the editor, or the result of a component's overlays: its text as it was last read or saved, and the
 * text as it is edited. May be read from any thread.
 */
public final class OpenFile {
    private final String path;
    private final Path location;
    private final @Nullable String component;
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
        this(path, location, null, text);
    }

    private OpenFile(String path, Path location, @Nullable String component, String text) {
        this.path = path;
        this.location = location;
        this.component = component;
        this.saved = text;
        this.mirror = new TextMirror(text);
    }

    /**
     * The result of a component's overlays, which stands in no folder.
     *
     * @param component the component's name
     * @param specName the spec
     * @param text what the overlays leave
     */
    public static OpenFile resultOf(String component, String specName, String text) {
        // No repository is asked for what is in no folder.
        Path nowhere = Path.of("").toAbsolutePath().getRoot().resolve(specName);
        return new OpenFile("result of " + component + "/" + specName, nowhere, component, text);
    }

    /** Its path relative to the distro's root; where it is a result, what it is called. */
    public String path() {
        return path;
    }

    /** Where it is on disk. */
    public Path location() {
        return location;
    }

    /** The component whose overlays' result it is; null where it is a file. */
    @Nullable
    String component() {
        return component;
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
