package dev.milliner.image.disk;

import java.io.IOException;

/** A disk that is an array. */
final class MemoryBlocks implements Blocks {
    private final byte[] bytes;

    MemoryBlocks(byte[] bytes) {
        this.bytes = bytes;
    }

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
