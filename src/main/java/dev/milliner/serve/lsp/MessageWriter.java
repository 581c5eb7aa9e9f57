package dev.milliner.serve.lsp;

import java.io.BufferedWriter;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import org.eclipse.lsp4j.jsonrpc.JsonRpcException;
import org.eclipse.lsp4j.jsonrpc.json.MessageJsonHandler;
import org.eclipse.lsp4j.jsonrpc.json.StreamMessageConsumer;
import org.eclipse.lsp4j.jsonrpc.messages.Message;

/** Writes messages, each whole. They become bytes at once, as to make a text of each first takes as long again. */
final class MessageWriter extends StreamMessageConsumer {
    private static final int USUAL = 8 << 10;

    private final OutputStream output;
    private final MessageJsonHandler json;

    MessageWriter(OutputStream output, MessageJsonHandler json) {
        super(output, json);
        this.output = output;
        this.json = json;
    }

    @Override
    public void consume(Message message) {
        try {
            ByteArrayOutputStream body = new ByteArrayOutputStream(USUAL);
            try (Writer writer = new BufferedWriter(new OutputStreamWriter(body, StandardCharsets.UTF_8), USUAL)) {
                json.serialize(message, writer);
            }
            byte[] header = getHeader(body.size()).getBytes(StandardCharsets.US_ASCII);
            synchronized (output) {
                output.write(header);
                body.writeTo(output);
                output.flush();
            }
        } catch (IOException gone) {
            throw new JsonRpcException(gone);
        }
    }
}
