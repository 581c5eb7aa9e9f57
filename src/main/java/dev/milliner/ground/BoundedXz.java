package dev.milliner.ground;

import java.io.IOException;
import java.io.InputStream;
import org.tukaani.xz.XZInputStream;

/** What xz packed, unpacked within bounds: its head names how much memory that takes, which is taken before a byte is read. */
public final class BoundedXz {
    /** Eight times what its highest preset needs, in KiB. */
    private static final int MOST_MEMORY = 512 * 1024;

    private BoundedXz() {}

    /**
     * Unpacks a stream.
     *
     * @throws IOException when it is none of xz; later, when it wants more memory than is given
     */
    public static InputStream of(InputStream packed) throws IOException {
        return new XZInputStream(packed, MOST_MEMORY);
    }
}
