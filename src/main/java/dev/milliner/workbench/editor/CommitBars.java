package dev.milliner.workbench.editor;

import dev.milliner.text.TextEdit;
import dev.milliner.workbench.base.Later;
import dev.milliner.workbench.base.Rest;
import dev.milliner.workbench.files.OpenFile;
import dev.milliner.workbench.words.Wording;
import java.time.Duration;
import java.util.BitSet;
import java.util.Optional;
import javafx.scene.Node;
import javafx.scene.shape.Rectangle;

/**
 * Quiet bars beside the lines that the last commit of git has not. They move with their lines, and are worked out anew after
 * a rest in typing, when the file was saved, and when the keyboard comes back to it, as commits are made elsewhere.
 */
final class CommitBars implements EditorFeature, GutterColumn {
    private static final double WIDTH = 2;
    private static final Duration REST = Duration.ofMillis(300);

    private final OpenFile file;
    private final LastCommit commit;
    private final Later later = new Later(Wording.of("activity.lines-not-committed"));
    private final Rest rest = new Rest(REST, this::compare);
    private final ChangedLines lines = new ChangedLines();
    private final Runnable redraw;
    private boolean committed;

    CommitBars(EditorSurface surface, LastCommit commit) {
        file = surface.file();
        this.commit = commit;
        redraw = surface.lines()::redraw;
    }

    @Override
    public void install(EditorSurface surface) {
        surface.lines().add(this);
        surface.area().focusedProperty().subscribe(focused -> {
            if (focused) {
                compare();
            }
        });
        compare();
    }

    @Override
    public void edited(TextEdit edit) {
        if (committed && lines.follow(edit)) {
            redraw.run();
        }
        rest.begin();
    }

    @Override
    public void saved() {
        compare();
    }

    private void compare() {
        rest.end();
        later.ask(
                () -> {
                    Committed now = commit.read();
                    return new Found(now, now.linesNotIn(file.mirror().shownText()));
                },
                this::show);
    }

    private record Found(Committed committed, BitSet lines) {}

    /** While more is typed, what was found is of a text that is no longer there. */
    private void show(Found found) {
        committed = !(found.committed instanceof Committed.Nowhere);
        if (!rest.isRunning() && lines.become(found.lines)) {
            redraw.run();
        }
    }

    @Override
    public int order() {
        return COMMITTED;
    }

    @Override
    public double width(int count, CodeMetrics metrics) {
        return WIDTH;
    }

    @Override
    public boolean isBesideEachRow() {
        return true;
    }

    @Override
    public Optional<Node> at(CodeLine line) {
        if (!lines.contains(line.line())) {
            return Optional.empty();
        }
        Rectangle bar = new Rectangle(WIDTH, line.metrics().height());
        bar.getStyleClass().add("commit-bar");
        return Optional.of(bar);
    }

    @Override
    public void close() {
        rest.end();
        later.close();
    }
}
