package dev.milliner.workbench.editor;

import dev.milliner.text.LineChanges;
import dev.milliner.text.TextEdit;
import dev.milliner.workbench.base.Later;
import dev.milliner.workbench.files.OpenFile;
import dev.milliner.workbench.files.TextMirror;
import dev.milliner.workbench.words.Wording;
import java.util.BitSet;
import java.util.Optional;
import javafx.scene.Node;
import javafx.scene.shape.Rectangle;

/**
 * Bars beside the lines that differ from what was saved. A line that is edited gets its bar at once; then the texts are
 * compared off the JavaFX thread, which takes away bars of lines that are as they were.
 */
final class ChangeBars implements EditorFeature, GutterColumn {
    private static final double WIDTH = 3;

    private final OpenFile file;
    private final Later later = new Later(Wording.of("activity.changed-lines"));
    private final ChangedLines changed = new ChangedLines();
    private final Runnable redraw;

    ChangeBars(EditorSurface surface) {
        file = surface.file();
        redraw = surface.lines()::redraw;
    }

    @Override
    public void install(EditorSurface surface) {
        surface.lines().add(this);
        compare();
    }

    @Override
    public void edited(TextEdit edit) {
        if (changed.follow(edit)) {
            redraw.run();
        }
        compare();
    }

    @Override
    public void saved() {
        compare();
    }

    private void compare() {
        later.ask(() -> difference(file), now -> {
            if (changed.become(now)) {
                redraw.run();
            }
        });
    }

    private static BitSet difference(OpenFile file) {
        String saved = new TextMirror(file.saved()).shownText();
        return LineChanges.between(saved, file.mirror().shownText());
    }

    @Override
    public int order() {
        return CHANGES;
    }

    @Override
    public double width(int lines, CodeMetrics metrics) {
        return WIDTH;
    }

    @Override
    public boolean isBesideEachRow() {
        return true;
    }

    @Override
    public Optional<Node> at(CodeLine line) {
        if (!changed.contains(line.line())) {
            return Optional.empty();
        }
        Rectangle bar = new Rectangle(WIDTH, line.metrics().height());
        bar.getStyleClass().add("change-bar");
        return Optional.of(bar);
    }

    /** Tells whether the bars show the text as it is. */
    boolean isSettled() {
        return later.isSettled();
    }

    @Override
    public void close() {
        later.close();
    }
}
