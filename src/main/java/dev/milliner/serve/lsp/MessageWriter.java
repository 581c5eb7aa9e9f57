package dev.milliner.serve.lsp;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import org.eclipse.lsp4j.jsonrpc.JsonRpcException;
import org.eclipse.lsp4j.jsonrpc.json.MessageJsonHandler;
import org.eclipse.lsp4j.jsonrpc.json.StreamMessageConsumer;
import org.eclipse.lsp4j.jsonrpc.messages.Message;

/**
 * Writes messages, each whole. One can have 1.5 MB, and many in a row: so they share the room they are written in, and become bytes at
 * once.
 */
final class MessageWriter extends StreamMessageConsumer {
    private static final int USUAL = 64 << 10;

    /** Room for more than so many bytes is given back. */
    private static final int MOST_KEPT = 8 << 20;

    private final OutputStream output;
    private final MessageJsonHandler json;
    private ByteArrayOutputStream body = new ByteArrayOutputStream(USUAL);

    MessageWriter(OutputStream output, MessageJsonHandler json) {
        super(output, json);
        this.output = output;
        this.json = json;
    }

    @Override
    public void consume(Message message) {
        try {
            synchronized (output) {
                body.reset();
                json.serialize(message, new Utf8Writer(body));
                output.write(getHeader(body.size()).getBytes(StandardCharsets.US_ASCII));
                body.writeTo(output);
                output.flush();
                if (body.size() > MOST_KEPT) {
                    body = new ByteArrayOutputStream(USUAL);
                }
            }
        } catch (IOException gone) {
            throw new JsonRpcException(gone);
        }
    }
}
