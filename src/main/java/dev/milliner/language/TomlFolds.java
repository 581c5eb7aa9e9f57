package dev.milliner.language;

import dev.milliner.toml.TomlLexer;
import java.util.ArrayList;
import java.util.List;

/** What can be folded in a TOML file: tables, values of several lines, comments of several lines. */
final class TomlFolds {
    private final TextLines lines;
    private final List<FoldRange> folds = new ArrayList<>();

    private TomlFolds(TextLines lines) {
        this.lines = lines;
    }

    static List<FoldRange> of(TextLines lines) {
        TomlFolds folds = new TomlFolds(lines);
        folds.tables();
        folds.runs();
        return List.copyOf(folds.folds);
    }

    private void tables() {
        int line = lines.isHeader(0) ? 0 : lines.headerBelow(0);
        while (line < lines.count()) {
            int below = lines.headerBelow(line);
            int last = below - 1;
            while (last > line && isBlank(last)) {
                last--;
            }
            add(line, last);
            line = below;
        }
    }

    private boolean isBlank(int line) {
        String text = lines.line(line);
        return text.isBlank() || text.startsWith("#");
    }

    private void runs() {
        int value = -1;
        int comment = -1;
        for (int line = 0; line < lines.count(); line++) {
            boolean opens = line + 1 < lines.count() && TomlLexer.insideValue(lines.state(line + 1));
            if (opens && value < 0) {
                value = line;
            } else if (!opens && value >= 0) {
                add(value, line);
                value = -1;
            }
            boolean isComment = value < 0 && lines.line(line).startsWith("#");
            if (isComment && comment < 0) {
                comment = line;
            } else if (!isComment && comment >= 0) {
                add(comment, line - 1);
                comment = -1;
            }
        }
    }

    /** A fold of lines from 0. */
    private void add(int first, int last) {
        if (last > first) {
            folds.add(new FoldRange(first + 1, last + 1));
        }
    }
}
