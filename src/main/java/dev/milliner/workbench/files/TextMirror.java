package dev.milliner.workbench.files;

import dev.milliner.text.LineEndings;
import java.util.ArrayList;
import java.util.List;

/**
 * A copy of the text in an editor that other threads may read, with the file's own line terminators. Edits are applied
 * to it one by one, so that no keystroke has to copy the whole text on the screen's thread.
 */
public final class TextMirror {
    private final StringBuilder shown;
    private final LineEndings endings;
    private List<TypedEdit> since = new ArrayList<>();

    /**
     * Mirrors a file's text.
     *
     * @param fileText the text as it is in the file
     */
    public TextMirror(String fileText) {
        shown = new StringBuilder(LineEndings.normalised(fileText));
        endings = LineEndings.of(fileText);
    }

    /**
     * Follows an edit of the editor.
     *
     * @param position index in the shown text
     * @param removed the text that went, with {@code \n} as terminator
     * @param inserted the text that came, with {@code \n} as terminator
     */
    public synchronized void replace(int position, String removed, String inserted) {
        int removedBreaks = breaks(removed, removed.length());
        int insertedBreaks = breaks(inserted, inserted.length());
        if (removedBreaks > 0 || insertedBreaks > 0) {
            endings.replace(breaks(shown, position), removedBreaks, insertedBreaks);
        }
        shown.replace(position, position + removed.length(), inserted);
        since.add(new TypedEdit(position, removed.length(), inserted));
    }

    /**
     * Follows an edit.
     *
     * @throws IllegalArgumentException where it lies outside the text
     */
    public synchronized void apply(TypedEdit edit) {
        if (edit.at() < 0 || edit.removed() < 0 || edit.removed() > shown.length() - edit.at()) {
            throw new IllegalArgumentException("The edit lies outside the text.");
        }
        replace(edit.at(), shown.substring(edit.at(), edit.at() + edit.removed()), edit.inserted());
    }

    /**
     * The text at a moment.
     *
     * @param text as it is written to the file
     * @param edits those that led to it since it was taken last
     */
    public record Taken(String text, List<TypedEdit> edits) {}

    /** Takes the text with the edits that led to it since it was taken last. */
    public synchronized Taken take() {
        List<TypedEdit> taken = since;
        since = new ArrayList<>();
        return new Taken(fileText(), taken);
    }

    /** Answers the text as the editor shows it. */
    public synchronized String shownText() {
        return shown.toString();
    }

    /** Answers the text as it is written to the file. */
    public synchronized String fileText() {
        return endings.restore(shown.toString());
    }

    /** Names the line terminators: LF, CRLF or mixed. */
    public synchronized String lineEndingsLabel() {
        return endings.label();
    }

    private static int breaks(CharSequence text, int end) {
        int count = 0;
        for (int at = 0; at < end; at++) {
            if (text.charAt(at) == '\n') {
                count++;
            }
        }
        return count;
    }
}
