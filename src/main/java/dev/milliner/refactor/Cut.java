package dev.milliner.refactor;

import java.util.List;

/** Takes lines out of a text, and of the blank lines around them those that would stand double. */
final class Cut {
    private final TomlFile file;
    private final boolean[] gone;

    private Cut(TomlFile file) {
        this.file = file;
        gone = new boolean[file.end()];
    }

    /** A file's text without some stretches of lines. */
    static String of(TomlFile file, List<Stretch> stretches) {
        Cut cut = new Cut(file);
        stretches.forEach(cut::take);
        return cut.left();
    }

    private String left() {
        StringBuilder left = new StringBuilder();
        for (int line = 0; line < gone.length; line++) {
            if (!gone[line]) {
                left.append(file.lines(line, line + 1));
            }
        }
        boolean open = gone.length > 0 && !gone[gone.length - 1] && !file.text().endsWith("\n");
        return open ? left.substring(0, left.length() - file.lineEnd().length()) : left.toString();
    }

    /** Where blank lines stood above and below, those below go too; at the file's end those above. */
    private void take(Stretch stretch) {
        for (int line = stretch.from(); line < stretch.to(); line++) {
            gone[line] = true;
        }
        int above = stretch.from();
        while (above > 0 && gone[above - 1]) {
            above--;
        }
        int below = stretch.to();
        while (below < gone.length && file.isBlank(below)) {
            below++;
        }
        boolean atEnd = below == gone.length;
        while (atEnd && above > 0 && file.isBlank(above - 1)) {
            gone[--above] = true;
        }
        if (atEnd || above == 0 || file.isBlank(above - 1)) {
            for (int line = stretch.to(); line < below; line++) {
                gone[line] = true;
            }
        }
    }
}
