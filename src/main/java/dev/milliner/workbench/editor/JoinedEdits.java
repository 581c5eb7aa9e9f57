package dev.milliner.workbench.editor;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;

/** The last changes of several files: where one is taken back in one of its files, it is in all, and so again. */
final class JoinedEdits {
    private static final int MOST = 20;

    private final Deque<List<Part>> changes = new ArrayDeque<>();
    private boolean following;

    /**
     * The change of one file.
     *
     * @param editor the file's editor
     * @param before its text before
     * @param after its text afterwards
     */
    record Part(CodeEditor editor, String before, String after) {}

    /** Makes a change. */
    void make(List<Part> all) {
        following = true;
        all.forEach(part -> part.editor().replaceAll(part.after()));
        following = false;
        if (all.size() > 1) {
            changes.addFirst(List.copyOf(all));
        }
        while (changes.size() > MOST) {
            changes.removeLast();
        }
    }

    /**
     * An editor's text was edited, maybe by undo or redo.
     *
     * @param open the editors that are open; a file that was closed since is nobody's to change unseen
     */
    void edited(CodeEditor editor, List<CodeEditor> open) {
        if (following) {
            return;
        }
        for (List<Part> parts : changes) {
            for (Part part : parts) {
                if (part.editor().equals(editor) && follow(part, parts, open)) {
                    return;
                }
            }
        }
    }

    /** Tells whether the change was taken back in a file, or made again; then it is in the others too. */
    private boolean follow(Part part, List<Part> parts, List<CodeEditor> open) {
        int length = part.editor().length();
        boolean back = length == part.before().length() && part.editor().text().equals(part.before());
        boolean again = length == part.after().length() && part.editor().text().equals(part.after());
        if (back || again) {
            following = true;
            parts.stream()
                    .filter(other -> !other.equals(part) && open.contains(other.editor()))
                    .forEach(other -> bring(other, back));
            following = false;
        }
        return back || again;
    }

    /** A file that has been edited since keeps its text. */
    private static void bring(Part part, boolean back) {
        String now = part.editor().text();
        if (back && now.equals(part.after())) {
            part.editor().undo();
        } else if (!back && now.equals(part.before())) {
            part.editor().redo();
        }
    }
}
