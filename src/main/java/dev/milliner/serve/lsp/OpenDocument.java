package dev.milliner.serve.lsp;

import dev.milliner.language.Document;
import dev.milliner.language.Span;
import dev.milliner.text.LineEndings;
import java.util.List;
import org.eclipse.lsp4j.TextDocumentContentChangeEvent;

/** A state of a text that a client has open. Immutable; a change makes another. */
final class OpenDocument {
    private final String uri;
    private final String text;
    private final Document document;
    private final PositionEncoding encoding;
    private final boolean returns;
    private volatile @org.jspecify.annotations.Nullable TextPositions positions;

    /**
     * A text.
     *
     * @param uri the address by which the client knows it
     * @param path its path as {@link Document} has it
     * @param text the text with its own line terminators
     * @param version the client's number of this state
     */
    OpenDocument(String uri, String path, String text, int version, PositionEncoding encoding) {
        this.uri = uri;
        this.text = text;
        this.document = new Document(path, LineEndings.normalised(text), version);
        this.encoding = encoding;
        this.returns = text.contains("\r\n");
    }

    String uri() {
        return uri;
    }

    String path() {
        return document.path();
    }

    int version() {
        return document.version();
    }

    /** The text with its own line terminators. */
    String text() {
        return text;
    }

    /** The text as questions take it, with line feeds alone. */
    Document document() {
        return document;
    }

    PositionEncoding encoding() {
        return encoding;
    }

    /** Places in the text that {@link #document} has. */
    TextPositions positions() {
        TextPositions known = positions;
        if (known == null) {
            known = new TextPositions(document.text(), encoding);
            positions = known;
        }
        return known;
    }

    /** The text after changes, each of which counts from what those before it made. */
    OpenDocument changed(List<TextDocumentContentChangeEvent> changes, int version) {
        String now = text;
        for (TextDocumentContentChangeEvent change : changes) {
            now = change.getRange() == null ? change.getText() : replaced(now, change);
        }
        return new OpenDocument(uri, path(), now, version, encoding);
    }

    private String replaced(String before, TextDocumentContentChangeEvent change) {
        Span span = new TextPositions(before, encoding).span(change.getRange());
        return new StringBuilder(before.length() + change.getText().length())
                .append(before, 0, span.start())
                .append(change.getText())
                .append(before, span.end(), before.length())
                .toString();
    }

    /** A text to insert with the line terminators that the document has. */
    String inserted(String given) {
        return returns ? given.replace("\n", "\r\n") : given;
    }
}
