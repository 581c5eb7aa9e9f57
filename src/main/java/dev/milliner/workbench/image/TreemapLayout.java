package dev.milliner.workbench.image;

import java.util.ArrayList;
import java.util.List;

/**
 * Lays areas out in a rectangle so that each is as square as can be, after Bruls, Huizing and van Wijk's squarified
 * treemaps.
 */
final class TreemapLayout {
    private final List<Box> boxes = new ArrayList<>();
    private double x;
    private double y;
    private double width;
    private double height;

    /** A rectangle in pixels. */
    record Box(double x, double y, double width, double height) {
        Box moved(double right, double down) {
            return new Box(x + right, y + down, width, height);
        }
    }

    private TreemapLayout(double width, double height) {
        this.width = width;
        this.height = height;
    }

    /**
     * Lays out.
     *
     * @param weights positive weights, largest first
     * @param width the rectangle's width in pixels
     * @param height its height in pixels
     * @return a box for each weight, in the same order; together they fill the rectangle
     */
    static List<Box> of(List<Double> weights, double width, double height) {
        TreemapLayout layout = new TreemapLayout(width, height);
        double total = weights.stream().mapToDouble(Double::doubleValue).sum();
        if (total > 0 && width > 0 && height > 0) {
            double scale = width * height / total;
            layout.place(weights.stream().map(weight -> weight * scale).toList());
        }
        return layout.boxes;
    }

    private void place(List<Double> areas) {
        int start = 0;
        while (start < areas.size()) {
            int end = start + 1;
            while (end < areas.size() && worst(areas.subList(start, end + 1)) <= worst(areas.subList(start, end))) {
                end++;
            }
            row(areas.subList(start, end));
            start = end;
        }
    }

    /** The worst ratio of sides, were these areas laid along the shorter side. */
    private double worst(List<Double> areas) {
        double side = Math.min(width, height);
        double sum = areas.stream().mapToDouble(Double::doubleValue).sum();
        double largest = areas.getFirst();
        double smallest = areas.getLast();
        return Math.max(side * side * largest / (sum * sum), sum * sum / (side * side * smallest));
    }

    private void row(List<Double> areas) {
        double sum = areas.stream().mapToDouble(Double::doubleValue).sum();
        boolean tall = width >= height;
        double thickness = sum / (tall ? height : width);
        double offset = 0;
        for (double area : areas) {
            double length = area / thickness;
            boxes.add(tall ? new Box(x, y + offset, thickness, length) : new Box(x + offset, y, length, thickness));
            offset += length;
        }
        if (tall) {
            x += thickness;
            width -= thickness;
        } else {
            y += thickness;
            height -= thickness;
        }
    }
}
