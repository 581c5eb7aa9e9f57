package dev.milliner.workbench.editor;

import javafx.beans.property.DoubleProperty;
import javafx.beans.property.ReadOnlyDoubleProperty;
import javafx.geometry.Orientation;
import javafx.scene.control.ScrollBar;
import javafx.scene.layout.Region;

/** An editor's area with the bars that scroll it. */
final class EditorScroll extends Region {
    private static final int LINES = 3;

    private final EditorArea area;
    private final ScrollBar down = new ScrollBar();
    private final ScrollBar right = new ScrollBar();

    EditorScroll(EditorArea area) {
        this.area = area;
        down.setOrientation(Orientation.VERTICAL);
        ViewScroll scroll = area.lines().scroll();
        join(down, scroll.topProperty(), scroll.lowestProperty());
        join(right, scroll.leftProperty(), scroll.farthestProperty());
        getChildren().addAll(area, down, right);
    }

    private void join(ScrollBar bar, DoubleProperty value, ReadOnlyDoubleProperty most) {
        // How far it reaches is known while all of this is laid out, and who asks for layout then is never laid out
        // again.
        bar.setManaged(false);
        bar.valueProperty().bindBidirectional(value);
        bar.setUnitIncrement(LINES * area.lines().metrics().height());
        most.subscribe(() -> reach(bar, most.get()));
        area.layoutBoundsProperty().subscribe(() -> reach(bar, most.get()));
    }

    private void reach(ScrollBar bar, double most) {
        double view = bar.getOrientation() == Orientation.VERTICAL ? area.getHeight() : area.getWidth();
        bar.setMax(most);
        bar.setVisible(most > 0);
        bar.setVisibleAmount(most * view / Math.max(1, most + view));
        bar.setBlockIncrement(view);
    }

    @Override
    protected void layoutChildren() {
        double thickness = down.prefWidth(-1);
        // Always above the bar: a text that gave way to it only while it is there would jump.
        // What the other bar hides can be scrolled out from under it.
        double height = Math.max(0, getHeight() - thickness);
        area.resizeRelocate(0, 0, getWidth(), height);
        down.resizeRelocate(getWidth() - thickness, 0, thickness, height);
        right.resizeRelocate(0, height, getWidth() - thickness, thickness);
    }
}
