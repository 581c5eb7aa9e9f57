package dev.milliner.serve.lsp;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.function.Consumer;
import org.eclipse.lsp4j.jsonrpc.MessageIssueHandler;
import org.eclipse.lsp4j.jsonrpc.json.MessageJsonHandler;
import org.eclipse.lsp4j.jsonrpc.json.StreamMessageProducer;

/**
 * Reads messages. Each is taken whole before it is looked at, so that one which is no JSON leaves the next where it should be;
 * and whatever is wrong with one, the next is read.
 */
final class MessageReader extends StreamMessageProducer {
    /** More than any text of a tree takes. */
    private static final int LARGEST = 64 << 20;

    private final Consumer<String> unreadable;

    /**
     * Reads a stream.
     *
     * @param issues takes what is wrong with messages that are JSON
     * @param unreadable takes what is wrong with others
     */
    MessageReader(InputStream input, MessageJsonHandler json, MessageIssueHandler issues, Consumer<String> unreadable) {
        super(input, json, issues);
        this.unreadable = unreadable;
    }

    @Override
    protected boolean handleMessage(InputStream input, Headers headers) {
        try {
            int length = headers.contentLength;
            if (length > LARGEST) {
                input.skipNBytes(length);
                unreadable.accept("A message of " + length + " bytes is larger than any that is read.");
                return true;
            }
            byte[] body = input.readNBytes(length);
            return body.length == length && super.handleMessage(new ByteArrayInputStream(body), headers);
        } catch (IOException gone) {
            return false;
        } catch (StackOverflowError deep) {
            unreadable.accept("A message is nested too deeply.");
            return true;
        }
    }

    @Override
    protected void fireError(Throwable error) {
        unreadable.accept("A message can't be read: " + error.getMessage());
    }
}
