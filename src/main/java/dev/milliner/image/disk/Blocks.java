package dev.milliner.image.disk;

import java.io.Closeable;
import java.io.EOFException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;

/** Bytes that can be read at any place, as of a disk or of a partition on it. */
public interface Blocks extends Closeable {
    /** How many bytes there are. */
    long size();

    /**
     * Reads.
     *
     * @param position of the first byte
     * @param into filled from {@code start} with {@code length} bytes
     * @throws IOException when there are fewer, or they cannot be read
     */
    void read(long position, byte[] into, int start, int length) throws IOException;

    /** Reads bytes into a buffer of their own. */
    default ByteBuffer read(long position, int length, ByteOrder order) throws IOException {
        byte[] bytes = new byte[length];
        read(position, bytes, 0, length);
        return ByteBuffer.wrap(bytes).order(order);
    }

    /** Refuses what lies outside. */
    default void check(long position, int length) throws IOException {
        if (position < 0 || length > size() - position) {
            throw new EOFException("it ends before byte " + (position < 0 ? "2^63" : position + length));
        }
    }

    /** A part of it; closing that closes nothing. */
    default Blocks part(long start, long size) {
        Blocks whole = this;
        return new Blocks() {
            @Override
            public long size() {
                return size;
            }

            @Override
            public void read(long position, byte[] into, int at, int length) throws IOException {
                check(position, length);
                whole.read(start + position, into, at, length);
            }

            @Override
            public void close() {
                // The whole stays open.
            }
        };
    }
}
