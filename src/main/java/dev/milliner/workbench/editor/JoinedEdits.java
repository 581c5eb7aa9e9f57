package dev.milliner.workbench.editor;

import java.util.List;

/** The last change of several files: where it is taken back in one of them, it is in all, and so again. */
final class JoinedEdits {
    private List<Part> parts = List.of();
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
        parts = all.size() > 1 ? List.copyOf(all) : List.of();
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
        for (Part part : parts) {
            if (part.editor().equals(editor)) {
                follow(part, open);
            }
        }
    }

    private void follow(Part part, List<CodeEditor> open) {
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
