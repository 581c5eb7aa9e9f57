package dev.milliner.rpm;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;

/** Fails where there is more than anything honest holds, so that few bytes that unpack to very many do no harm. */
final class BoundedStream extends FilterInputStream {
    private final String name;
    private long left;

    /**
     * A stream that fails at some length.
     *
     * @param most in bytes
     * @param name what the failure calls it
     */
    BoundedStream(InputStream stream, long most, String name) {
        super(stream);
        this.left = most;
        this.name = name;
    }

    @Override
    public int read() throws IOException {
        int read = super.read();
        count(read < 0 ? 0 : 1);
        return read;
    }

    @Override
    public int read(byte[] into, int from, int length) throws IOException {
        int read = super.read(into, from, length);
        count(Math.max(0, read));
        return read;
    }

    @Override
    public long skip(long length) throws IOException {
        long skipped = super.skip(length);
        count(skipped);
        return skipped;
    }

    private void count(long read) throws IOException {
        left -= read;
        if (left < 0) {
            throw new IOException(name + " unpacks to more than is read of it");
        }
    }
}
