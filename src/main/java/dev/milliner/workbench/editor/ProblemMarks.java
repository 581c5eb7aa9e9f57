package dev.milliner.workbench.editor;

import dev.milliner.distro.Severity;
import dev.milliner.text.TextEdit;
import dev.milliner.text.TextRange;
import dev.milliner.text.TrackedRanges;
import dev.milliner.text.TrackedRanges.Tracked;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import javafx.scene.Node;
import javafx.scene.control.Tooltip;
import org.kordamp.ikonli.javafx.FontIcon;

/** The problems of a file: a sign before each line that has some, and a squiggle under what each is about. */
final class ProblemMarks implements EditorFeature, GutterColumn {
    private static final double SIGN = 16;
    private static final double TOOLTIP_WIDTH = 520;

    private final TrackedRanges<Mark> marks = new TrackedRanges<>();
    private final EditorSurface surface;

    ProblemMarks(EditorSurface surface) {
        this.surface = surface;
    }

    @Override
    public void install(EditorSurface on) {
        on.lines().add((GutterColumn) this);
        on.lines().add((LineLayer) this::drawSquiggles);
    }

    /** Shows problems of the text as it is now, in place of those shown before. */
    void show(List<Mark> now) {
        int lines = surface.area().getParagraphs().size();
        List<Tracked<Mark>> tracked = now.stream()
                .map(mark -> new Tracked<>(within(mark.range(), lines), mark))
                .toList();
        marks.set(tracked).forEach(line -> surface.lines().redraw(line - 1, line - 1));
    }

    /** The problems with where they are now. */
    List<Tracked<Mark>> all() {
        return marks.all();
    }

    /** A problem past the end, as of something that is missing there, is shown in the last line. */
    private static TextRange within(TextRange range, int lines) {
        return range.line() <= lines ? range : new TextRange(lines, 1, lines, 1);
    }

    /** An edit within a line is drawn with the line. */
    @Override
    public void edited(TextEdit edit) {
        if (marks.edited(edit)) {
            surface.lines().redraw();
        }
    }

    @Override
    public int order() {
        return SIGNS;
    }

    @Override
    public double width(int lines, CodeMetrics metrics) {
        return SIGN;
    }

    @Override
    public Optional<Node> at(CodeLine line) {
        List<Tracked<Mark>> here = marks.beginningIn(line.line() + 1);
        return here.stream()
                .map(Tracked::what)
                .min(Comparator.comparing(Mark::severity))
                .map(worst -> sign(worst, here));
    }

    private static Node sign(Mark worst, List<Tracked<Mark>> all) {
        FontIcon sign = new FontIcon(worst.severity() == Severity.ERROR ? "mdi2a-alert-circle" : "mdi2a-alert");
        sign.getStyleClass().addAll("small", worst.styleClass());
        Tooltip tooltip = new Tooltip(
                all.stream().map(one -> one.what().message()).distinct().collect(Collectors.joining("\n")));
        tooltip.setWrapText(true);
        tooltip.setMaxWidth(TOOLTIP_WIDTH);
        Tooltip.install(sign, tooltip);
        return sign;
    }

    private void drawSquiggles(CodeLine line) {
        for (Tracked<Mark> mark : marks.beginningIn(line.line() + 1)) {
            if (line.part().meets(mark.range().column() - 1, Squiggle.end(line, mark.range()))) {
                line.overlay(new Squiggle(line, mark.range(), mark.what().styleClass()));
            }
        }
    }
}
