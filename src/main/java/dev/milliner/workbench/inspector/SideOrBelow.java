package dev.milliner.workbench.inspector;

import javafx.geometry.Orientation;
import javafx.scene.layout.Region;

/** Two nodes: the second at the right edge beside the first where both fit, else below it. The first may wrap. */
final class SideOrBelow extends Region {
    private static final double GAP = 8;

    private final Region first;
    private final Region second;

    SideOrBelow(Region first, Region second) {
        this.first = first;
        this.second = second;
        getChildren().setAll(first, second);
    }

    private boolean fit(double width) {
        return first.prefWidth(-1) + GAP + second.prefWidth(-1) <= width;
    }

    @Override
    public Orientation getContentBias() {
        return Orientation.HORIZONTAL;
    }

    @Override
    protected double computeMinWidth(double height) {
        return second.minWidth(-1);
    }

    @Override
    protected double computePrefWidth(double height) {
        return first.prefWidth(-1) + GAP + second.prefWidth(-1);
    }

    @Override
    protected double computePrefHeight(double width) {
        double below = second.prefHeight(-1);
        double above = first.prefHeight(width < 0 ? -1 : width);
        return width < 0 || fit(width) ? Math.max(above, below) : above + below;
    }

    @Override
    protected double computeMinHeight(double width) {
        return computePrefHeight(width);
    }

    @Override
    protected void layoutChildren() {
        double width = getWidth();
        double secondWidth = Math.min(width, second.prefWidth(-1));
        double secondHeight = second.prefHeight(-1);
        if (fit(width)) {
            first.resizeRelocate(0, 0, width - secondWidth - GAP, first.prefHeight(-1));
            second.resizeRelocate(width - secondWidth, 0, secondWidth, secondHeight);
        } else {
            double height = first.prefHeight(width);
            first.resizeRelocate(0, 0, width, height);
            second.resizeRelocate(0, height, secondWidth, secondHeight);
        }
    }
}
