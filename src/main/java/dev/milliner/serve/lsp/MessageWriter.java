package dev.milliner.serve.lsp;

import java.io.IOException;
import java.io.OutputStream;
import java.io.StringWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import org.eclipse.lsp4j.jsonrpc.JsonRpcException;
import org.eclipse.lsp4j.jsonrpc.json.MessageJsonHandler;
import org.eclipse.lsp4j.jsonrpc.json.StreamMessageConsumer;
import org.eclipse.lsp4j.jsonrpc.messages.Message;

/** Writes messages, each whole. One can have 1.5 MB, so it is a text of single bytes until it is sent, where its letters allow that. */
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
            Writer text = new StringWriter(USUAL);
            json.serialize(message, text);
            byte[] body = text.toString().getBytes(StandardCharsets.UTF_8);
            byte[] header = getHeader(body.length).getBytes(StandardCharsets.US_ASCII);
            synchronized (output) {
                output.write(header);
                output.write(body);
                output.flush();
            }
        } catch (IOException gone) {
            throw new JsonRpcException(gone);
        }
    }
}
