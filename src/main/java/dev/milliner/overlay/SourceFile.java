package dev.milliner.overlay;

import dev.milliner.spec.ByteText;
import dev.milliner.spec.Spec;
import dev.milliner.spec.SpecEditException;
import java.lang.ref.WeakReference;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A file of a component's sources. Immutable: the array that it is made from or gives must not be changed. Overlays follow
 * one another on long specs, so text, lines and bytes are each made of one another only when somebody asks.
 */
public final class SourceFile {
    private static final int OWNER_MAY_RUN = 0100;

    /** In bytes. */
    private static final int WORTH_PACKING = 2048;

    private static final Spec NOTHING = new Spec(List.of());

    private final int mode;
    private final Content content;
    /** The text and the bytes for as long as somebody works with them; making large ones again for each step is slow. */
    private volatile WeakReference<String> text = new WeakReference<>(null);

    private volatile WeakReference<byte[]> bytes = new WeakReference<>(null);
    /** Held, as the specs that overlays make of it share its lines. */
    private volatile @Nullable Known lines;

    private volatile @Nullable Difference latest;

    /**
     * How it differs from another file.
     *
     * @param before the other
     * @param hunks the lines that differ
     */
    private record Difference(SourceFile before, List<Hunk> hunks) {}

    /**
     * What is known of a content's lines.
     *
     * @param plain they, where they are a plain spec
     */
    private record Known(Optional<Spec> plain) {}

    /** One of the forms that a file's content has. */
    private sealed interface Content {}

    private static final class Bytes implements Content {
        private final byte[] given;

        Bytes(byte[] given) {
            this.given = given;
        }
    }

    private record Packed(PackedBytes made) implements Content {}

    private record Text(String text) implements Content {}

    /**
     * Lines of a spec.
     *
     * @param spec a plain one
     */
    private record Lines(Spec spec) implements Content {}

    /**
     * A file.
     *
     * @param bytes its content
     * @param mode its permission bits
     */
    public SourceFile(byte[] bytes, int mode) {
        this(new Bytes(bytes), mode);
    }

    private SourceFile(Content content, int mode) {
        this.content = content;
        this.mode = mode;
    }

    /** An ordinary file with a text. */
    public static SourceFile of(String text) {
        return new SourceFile(ByteText.encode(text), 0644);
    }

    /** Its content. */
    public byte[] bytes() {
        if (content instanceof Bytes made) {
            return made.given;
        }
        byte[] known = bytes.get();
        if (known == null) {
            known = content instanceof Packed(PackedBytes made) ? made.bytes() : ByteText.encode(text());
            bytes = new WeakReference<>(known);
        }
        return known;
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
            known = switch (content) {
                case Bytes made -> ByteText.decode(made.given);
                case Packed packed -> ByteText.decode(packed.made().bytes());
                case Text(String made) -> made;
                case Lines(Spec made) -> made.text();
            };
            text = new WeakReference<>(known);
        }
        return known;
    }

    /**
     * Its content as a spec.
     *
     * @throws SpecEditException where azldev can't read it as one
     */
    Spec spec() throws SpecEditException {
        Optional<Spec> plain = lines();
        return plain.isPresent() ? plain.get() : Spec.parse(text());
    }

    /**
     * Its lines as a plain spec, which equals another only where the bytes are the same; empty where it is none.
     */
    public Optional<Spec> lines() {
        Known known = lines;
        if (known == null) {
            known = new Known(content instanceof Lines(Spec made) ? Optional.of(made) : Spec.plain(text()));
            lines = known;
        }
        return known.plain();
    }

    /**
     * The lines in which it differs from a file before; several ask for the same ones in a row.
     *
     * @return the hunks from top to bottom; none where either is binary
     */
    @SuppressWarnings("ReferenceEquality") // what is equal and not the same is compared anew
    List<Hunk> since(SourceFile before) {
        Difference known = latest;
        if (known == null || known.before() != before) {
            known = new Difference(before, TextDifference.between(before, this));
            latest = known;
        }
        return known.hunks();
    }

    /** The same file, held small until somebody asks for its content; for what is kept and seldom looked at. */
    SourceFile packed() {
        return content instanceof Bytes made && made.given.length >= WORTH_PACKING
                ? new SourceFile(new Packed(new PackedBytes(made.given)), mode)
                : this;
    }

    /** A file with the same permissions and another text. */
    public SourceFile withText(String now) {
        return new SourceFile(new Text(now), mode);
    }

    /** A file with the same permissions and a spec's lines. */
    public SourceFile withSpec(Spec now) {
        // What would be read back otherwise must be, as the next overlay finds it so.
        return now.isPlain(lines().orElse(NOTHING)) ? new SourceFile(new Lines(now), mode) : withText(now.text());
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return this == other || (other instanceof SourceFile file && mode == file.mode && hasSameContent(file));
    }

    /** Bytes that nobody has asked for yet are not made for this. */
    private boolean hasSameContent(SourceFile other) {
        if (content instanceof Packed(PackedBytes made) && other.content instanceof Packed(PackedBytes others)) {
            return made.isSame(others);
        }
        if (isRaw() && other.isRaw()) {
            return Arrays.equals(bytes(), other.bytes());
        }
        boolean plain = lines().isPresent() && other.lines().isPresent();
        return plain ? lines().equals(other.lines()) : Arrays.equals(bytes(), other.bytes());
    }

    private boolean isRaw() {
        return content instanceof Bytes || content instanceof Packed;
    }

    @Override
    public int hashCode() {
        return Arrays.hashCode(bytes()) + mode;
    }
}
