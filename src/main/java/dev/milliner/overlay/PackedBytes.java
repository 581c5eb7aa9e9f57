package dev.milliner.overlay;

import java.util.Arrays;
import java.util.zip.DataFormatException;
import java.util.zip.Deflater;
import java.util.zip.Inflater;

/**
 * Bytes that are kept, and seldom looked at: patches and configurations take a quarter of their size so. What is equal is packed
 * equally.
 */
final class PackedBytes {
    private final byte[] packed;
    private final int length;

    /** Packs bytes, which are copied. */
    PackedBytes(byte[] bytes) {
        length = bytes.length;
        Deflater deflater = new Deflater(Deflater.BEST_SPEED);
        try {
            deflater.setInput(bytes);
            deflater.finish();
            // A little more than what cannot be made smaller takes.
            byte[] room = new byte[length + length / 512 + 64];
            int taken = deflater.deflate(room);
            if (!deflater.finished()) {
                throw new IllegalStateException(length + " bytes take more room packed than was thought");
            }
            packed = Arrays.copyOf(room, taken);
        } finally {
            deflater.end();
        }
    }

    /** The bytes, made anew. */
    byte[] bytes() {
        byte[] bytes = new byte[length];
        Inflater inflater = new Inflater();
        try {
            inflater.setInput(packed);
            int made = inflater.inflate(bytes);
            if (made != length) {
                throw new IllegalStateException(made + " of " + length + " bytes were unpacked");
            }
        } catch (DataFormatException broken) {
            throw new IllegalStateException("What was packed here is broken", broken);
        } finally {
            inflater.end();
        }
        return bytes;
    }

    /** Tells whether the bytes are the same. */
    boolean isSame(PackedBytes other) {
        return length == other.length && Arrays.equals(packed, other.packed);
    }
}
