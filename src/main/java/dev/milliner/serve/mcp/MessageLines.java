package dev.milliner.serve.mcp;

import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.concurrent.CountDownLatch;
import java.util.function.Consumer;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * The lines of a stream that are messages. The SDK stops at the first that is none; here those are passed over, and told of.
 */
final class MessageLines extends InputStream {
    /** More than any call needs. */
    private static final int LARGEST = 8 << 20;

    private final InputStream in;
    private final CountDownLatch ended = new CountDownLatch(1);
    private final Consumer<JsonNode> seen;
    private byte[] line = {};
    private int at;

    /**
     * Of a stream.
     *
     * @param seen told of each message before it is read
     */
    MessageLines(InputStream in, Consumer<JsonNode> seen) {
        this.seen = seen;
        this.in = new BufferedInputStream(in);
    }

    /** Waits until there are no more to come. */
    void awaitEnd() throws InterruptedException {
        ended.await();
    }

    @Override
    public int read() throws IOException {
        return fill() ? line[at++] & 0xff : -1;
    }

    @Override
    public int read(byte[] bytes, int from, int length) throws IOException {
        if (!fill()) {
            return -1;
        }
        int taken = Math.min(length, line.length - at);
        System.arraycopy(line, at, bytes, from, taken);
        at += taken;
        return taken;
    }

    /** Finds the next message where the one before is read; tells whether there is more. */
    private boolean fill() throws IOException {
        try {
            while (at == line.length) {
                ByteArrayOutputStream next = new ByteArrayOutputStream();
                if (!readLine(next)) {
                    ended.countDown();
                    return false;
                }
                if (isMessage(next.toByteArray())) {
                    next.write('\n');
                    line = next.toByteArray();
                    at = 0;
                } else if (next.size() > 0) {
                    System.err.println("milliner: A line that is no message of the protocol was passed over.");
                }
            }
            return true;
        } catch (IOException broken) {
            ended.countDown();
            throw broken;
        }
    }

    /** Of a line that is too long, as much as shows that. */
    private boolean readLine(ByteArrayOutputStream into) throws IOException {
        int next = in.read();
        if (next < 0) {
            return false;
        }
        while (next >= 0 && next != '\n') {
            if (into.size() <= LARGEST) {
                into.write(next);
            }
            next = in.read();
        }
        return true;
    }

    private boolean isMessage(byte[] bytes) {
        if (bytes.length == 0 || bytes.length > LARGEST) {
            return false;
        }
        try {
            JsonNode message = JsonMapper.shared().readTree(bytes);
            JsonNode id = message.path("id");
            boolean answer = message.has("result") || message.has("error");
            boolean is = message.isObject()
                    && message.path("jsonrpc").asString("").equals("2.0")
                    && (id.isMissingNode() || id.isString() || id.isIntegralNumber())
                    && (message.path("method").isString() || answer)
                    && (!message.has("params") || message.path("params").isObject());
            if (is) {
                seen.accept(message);
            }
            return is;
        } catch (JacksonException broken) {
            return false;
        }
    }
}
