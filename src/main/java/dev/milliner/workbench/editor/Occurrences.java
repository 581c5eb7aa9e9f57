package dev.milliner.workbench.editor;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Puts carets on the places of a text that hold the same as what is selected. */
final class Occurrences {
    /** More carets than this nobody follows, and each key would cost too much. */
    private static final int MOST = 2_000;

    private final EditorArea area;
    /** What was selected as the word at the caret, of which only whole words are the same. */
    private String word = "";

    Occurrences(EditorArea area) {
        this.area = area;
    }

    /** Selects the word at the caret; where something is selected, the next place that holds the same too. */
    void addNext() {
        Carets carets = area.carets();
        if (!carets.main().selects()) {
            selectWord();
        } else if (carets.all().size() < MOST) {
            next().ifPresent(carets::add);
        }
    }

    /** Selects all places that hold the same as what is selected, or the word at the caret. */
    void selectAll() {
        Carets carets = area.carets();
        if (!carets.main().selects()) {
            selectWord();
        }
        Caret main = carets.main();
        if (main.selects()) {
            List<Caret> all = new ArrayList<>();
            String text = area.getText();
            String wanted = text.substring(main.start(), main.end());
            for (int at = find(text, wanted, 0);
                    at >= 0 && all.size() < MOST;
                    at = find(text, wanted, at + wanted.length())) {
                all.add(new Caret(at, at + wanted.length()));
            }
            all.removeIf(caret -> caret.start() < main.end() && caret.end() > main.start());
            carets.set(main, all);
        }
    }

    private void selectWord() {
        String text = area.getText();
        area.carets().move(caret -> caret.selects() ? caret : wordAt(text, caret.at()));
        Caret main = area.carets().main();
        word = text.substring(main.start(), main.end());
    }

    /** The word at a place of a text, from its start to its end; nothing where none is. */
    static Caret wordAt(String text, int place) {
        int start = place;
        while (start > 0 && isOfWord(text.charAt(start - 1))) {
            start--;
        }
        int end = place;
        while (end < text.length() && isOfWord(text.charAt(end))) {
            end++;
        }
        return new Caret(start, end);
    }

    /** Names of packages and keys hold hyphens. */
    private static boolean isOfWord(char c) {
        return Character.isLetterOrDigit(c) || Character.isSurrogate(c) || c == '_' || c == '-';
    }

    /** The next place behind the main caret, from the text's end on at its start, that none has selected yet. */
    private Optional<Caret> next() {
        String text = area.getText();
        List<Caret> all = area.carets().all();
        Caret main = area.carets().main();
        String wanted = text.substring(main.start(), main.end());
        int from = main.end();
        for (int round = 0; round <= all.size() + 1; round++) {
            int at = find(text, wanted, from);
            at = at < 0 ? find(text, wanted, 0) : at;
            Caret found = new Caret(at, at + wanted.length());
            if (at < 0 || all.stream().noneMatch(caret -> caret.start() < found.end() && caret.end() > found.start())) {
                return at < 0 ? Optional.empty() : Optional.of(found);
            }
            from = found.end();
        }
        return Optional.empty();
    }

    private int find(String text, String wanted, int from) {
        int at = text.indexOf(wanted, from);
        while (at >= 0 && wanted.equals(word) && !isWhole(text, at, at + wanted.length())) {
            at = text.indexOf(wanted, at + 1);
        }
        return at;
    }

    /** Tells whether a stretch of a text is not part of a longer word. */
    static boolean isWhole(String text, int start, int end) {
        return (start == 0 || !isOfWord(text.charAt(start - 1)))
                && (end == text.length() || !isOfWord(text.charAt(end)));
    }
}
