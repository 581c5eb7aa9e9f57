package dev.milliner.serve.mcp;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.concurrent.CountDownLatch;

/** A stream that tells when there is no more to come. */
final class EndingStream extends FilterInputStream {
    private final CountDownLatch ended = new CountDownLatch(1);

    EndingStream(InputStream in) {
        super(in);
    }

    void awaitEnd() throws InterruptedException {
        ended.await();
    }

    @Override
    public int read() throws IOException {
        try {
            return told(super.read());
        } catch (IOException broken) {
            ended.countDown();
            throw broken;
        }
    }

    @Override
    public int read(byte[] bytes, int from, int length) throws IOException {
        try {
            return told(super.read(bytes, from, length));
        } catch (IOException broken) {
            ended.countDown();
            throw broken;
        }
    }

    private int told(int read) {
        if (read < 0) {
            ended.countDown();
        }
        return read;
    }
}
