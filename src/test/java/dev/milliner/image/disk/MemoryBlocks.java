package dev.milliner.image.disk;

import java.io.IOException;

/** A disk that is an array. */
record MemoryBlocks(byte[] bytes) implements Blocks {
    @Override
    public long size() {
        return bytes.length;
    }

    @Override
    public void read(long position, byte[] into, int start, int length) throws IOException {
        check(position, length);
        System.arraycopy(bytes, (int) position, into, start, length);
    }

    @Override
    public void close() {
        // Nothing is open.
    }
}
