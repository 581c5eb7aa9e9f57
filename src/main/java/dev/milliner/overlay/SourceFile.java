package dev.milliner.overlay;

import dev.milliner.spec.ByteText;
import java.lang.ref.WeakReference;
import java.util.Arrays;

/** A file of a component's sources. Immutable: the array that it is made from or gives must not be changed. */
public final class SourceFile {
    private static final int OWNER_MAY_RUN = 0100;

    private final byte[] bytes;
    private final int mode;
    /** The text for as long as somebody works with it; reading large ones again for each step is slow. */
    private volatile WeakReference<String> text = new WeakReference<>(null);

    /**
     * A file.
     *
     * @param bytes its content
     * @param mode its permission bits
     */
    public SourceFile(byte[] bytes, int mode) {
        this.bytes = bytes;
        this.mode = mode;
    }

    /** An ordinary file with a text. */
    public static SourceFile of(String text) {
        return new SourceFile(ByteText.encode(text), 0644);
    }

    /** Its content. */
    public byte[] bytes() {
        return bytes;
    }

    /** Its permission bits. */
    public int mode() {
        return mode;
    }

    /** Tells whether it can be run. */
    public boolean isExecutable() {
        return (mode & OWNER_MAY_RUN) != 0;
    }

    /** Its content as text that keeps every byte. */
    public String text() {
        String known = text.get();
        if (known == null) {
            known = ByteText.decode(bytes);
            text = new WeakReference<>(known);
        }
        return known;
    }

    /** A file with the same permissions and another text. */
    public SourceFile withText(String now) {
        SourceFile file = new SourceFile(ByteText.encode(now), mode);
        file.text = new WeakReference<>(now);
        return file;
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof SourceFile file && mode == file.mode && Arrays.equals(bytes, file.bytes);
    }

    @Override
    public int hashCode() {
        return Arrays.hashCode(bytes) + mode;
    }
}
