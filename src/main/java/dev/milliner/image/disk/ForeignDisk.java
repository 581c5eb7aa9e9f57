package dev.milliner.image.disk;

import java.io.IOException;
import java.io.Serial;

/** A disk of a format that is not read here, and that QEMU knows. */
public final class ForeignDisk extends IOException {
    @Serial
    private static final long serialVersionUID = 1;

    private final String what;
    private final String format;
    private final String base;

    /**
     * One that stands alone, or is laid over another.
     *
     * @param what what it is, as {@code it is a VDI disk}
     * @param format as QEMU names it
     * @param base the disk that it is laid over, as it names it; empty where it stands alone
     */
    ForeignDisk(String what, String format, String base) {
        super(what + ", which is not read; 'qemu-img convert -O raw' makes a disk of it that is read");
        this.what = what;
        this.format = format;
        this.base = base;
    }

    /** What it is, as {@code it is a VDI disk}. */
    public String what() {
        return what;
    }

    /** The format as QEMU names it. */
    public String format() {
        return format;
    }

    /** The disk that it is laid over, as it names it; empty where it stands alone. */
    public String base() {
        return base;
    }
}
