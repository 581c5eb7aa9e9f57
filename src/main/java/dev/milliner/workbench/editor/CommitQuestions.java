package dev.milliner.workbench.editor;

import dev.milliner.source.LineOrigin;
import dev.milliner.text.LineHunk;
import dev.milliner.workbench.base.Later;
import dev.milliner.workbench.words.Wording;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Optional;
import java.util.function.Consumer;

/** What a person asks git about the caret's line: to have it as it was committed, and who changed it last. */
final class CommitQuestions implements EditorFeature {
    private static final int SHORT_HASH = 10;
    private static final String NOWHERE = Wording.of("editor.commit-questions.file-lies-no");

    private final EditorSurface surface;
    private final LastCommit commit;
    private final Consumer<String> tell;
    private final Later later = new Later(Wording.of("activity.git-knows-line"));

    /**
     * Makes it.
     *
     * @param tell shows an answer
     */
    CommitQuestions(EditorSurface surface, LastCommit commit, Consumer<String> tell) {
        this.surface = surface;
        this.commit = commit;
        this.tell = tell;
    }

    @Override
    public void install(EditorSurface on) {}

    private record Asked(Committed committed, String text, int line) {
        String words() {
            return Wording.of("editor.commit-questions.line", line + 1);
        }

        boolean isLast() {
            return text.chars().filter(c -> c == '\n').count() == line;
        }
    }

    private Asked ask(int line) {
        return new Asked(commit.read(), surface.file().mirror().shownText(), line);
    }

    private int line() {
        return surface.area().getCurrentParagraph();
    }

    /** What becomes of a text: a hunk of it goes back to what it was; or, where none is there, why nothing is done. */
    private record Reverting(String text, Optional<LineHunk> hunk, String gone, String otherwise) {
        static Reverting not(String why) {
            return new Reverting("", Optional.empty(), "", why);
        }
    }

    /** Gives the lines around the caret that are not committed back what the commit has in their place. */
    void revert() {
        int line = line();
        later.ask(() -> reverting(ask(line)), this::revert);
    }

    private static Reverting reverting(Asked asked) {
        return switch (asked.committed) {
            case Committed.Nowhere none -> Reverting.not(NOWHERE);
            case Committed.Missing none -> Reverting.not(Wording.of("editor.commit-questions.last-commit-no"));
            case Committed.Present present -> {
                Optional<LineHunk> hunk = present.hunks(asked.text).stream()
                        .filter(one -> one.touches(asked.line) || (asked.isLast() && one.now() > asked.line))
                        .findFirst();
                String gone =
                        hunk.map(one -> String.join("\n", present.gone(one))).orElse("");
                yield new Reverting(
                        asked.text, hunk, gone, Wording.of("editor.commit-questions.last-commit", asked.words()));
            }
        };
    }

    private void revert(Reverting found) {
        if (found.hunk.isEmpty()) {
            tell.accept(found.otherwise);
        } else if (surface.area().isEditable()
                && found.text.equals(surface.area().getText())) {
            replace(found.hunk.get(), found.gone);
        }
    }

    /** Lines with their breaks: the one before them where nothing stands behind them. */
    private void replace(LineHunk hunk, String gone) {
        EditorArea area = surface.area();
        int count = area.getParagraphs().size();
        boolean isLast = hunk.now() + hunk.come() >= count;
        int start = hunk.now() < count ? area.startOf(hunk.now()) : area.getLength();
        int end = isLast ? area.getLength() : area.startOf(hunk.now() + hunk.come());
        String text = hunk.gone() == 0 || isLast ? gone : gone + "\n";
        if (isLast && hunk.gone() == 0) {
            start = Math.max(0, start - 1);
        } else if (isLast && hunk.come() == 0) {
            text = "\n" + gone;
        }
        area.getUndoManager().preventMerge();
        area.replaceText(start, end, text);
        area.getUndoManager().preventMerge();
        area.moveTo(Math.min(start, area.getLength()));
        area.requestFollowCaret();
    }

    /** Says who changed the caret's line last. */
    void tellOrigin() {
        int line = line();
        later.ask(() -> origin(ask(line)), tell);
    }

    private String origin(Asked asked) {
        String words = asked.words();
        return switch (asked.committed) {
            case Committed.Nowhere none -> NOWHERE;
            case Committed.Missing none -> Wording.of("editor.commit-questions.not-committed-last", words);
            case Committed.Present present ->
                present.lineBefore(asked.text, asked.line)
                        .flatMap(before -> commit.origin(present.commit(), before))
                        .map(origin -> Wording.of("editor.commit-questions.changed-last", words, words(origin)))
                        .orElse(Wording.of("editor.commit-questions.not-committed-yet", words));
        };
    }

    private static String words(LineOrigin origin) {
        LocalDate day = LocalDate.ofInstant(origin.time(), ZoneId.systemDefault());
        return Wording.of(
                "editor.commit-questions.origin",
                origin.author(),
                day,
                origin.commit().substring(0, SHORT_HASH),
                origin.subject());
    }

    /** Tells whether all that was asked is answered. */
    boolean isSettled() {
        return later.isSettled();
    }

    @Override
    public void close() {
        later.close();
    }
}
