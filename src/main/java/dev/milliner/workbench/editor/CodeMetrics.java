package dev.milliner.workbench.editor;

import javafx.scene.text.Font;
import javafx.scene.text.FontPosture;
import javafx.scene.text.Text;

/**
 * What the code font measures, in pixels.
 *
 * @param size the font's size
 * @param code the font of the text
 * @param remark the font of remarks behind lines
 * @param number the font of line numbers
 * @param character how wide a character of the text is
 * @param height how high a line is
 * @param baseline where letters stand, from the top of their line
 */
record CodeMetrics(double size, Font code, Font remark, Font number, double character, double height, double baseline) {
    /** The size that a text has before anybody zooms. */
    static final double USUAL = 12.5;

    private static final String FAMILY = "JetBrains Mono";
    private static final double LINE = 19 / USUAL;
    private static final double LETTERS = 14 / USUAL;
    private static final double SMALLER = 0.5;

    /** Measures the font in a size. */
    static CodeMetrics of(double size) {
        Font code = Font.font(FAMILY, size);
        return new CodeMetrics(
                size,
                code,
                Font.font(FAMILY, FontPosture.ITALIC, size - SMALLER),
                Font.font(FAMILY, size - SMALLER),
                width("m".repeat(100), code) / 100,
                Math.round(size * LINE),
                Math.round(size * LETTERS));
    }

    /** How wide a text of one line is. */
    double width(String text) {
        return isPlain(text, 0, text.length()) ? text.length() * character : width(text, code);
    }

    /** Tells whether a stretch of a text holds only characters that are as wide as all others. */
    static boolean isPlain(String text, int from, int to) {
        for (int i = from; i < to; i++) {
            if (text.charAt(i) < ' ' || text.charAt(i) >= 127) {
                return false;
            }
        }
        return true;
    }

    private static double width(String text, Font font) {
        Text shown = new Text(text);
        shown.setFont(font);
        return shown.getLayoutBounds().getWidth();
    }

    /**
     * The place between characters that is nearest to a place in a line.
     *
     * @param text the line
     * @param x how far from the line's start, in pixels
     * @return a column from 0 to the line's length, never within a surrogate pair
     */
    int column(String text, double x) {
        int low = 0;
        int high = text.length();
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (width(text.substring(0, middle + 1)) <= x) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        int next = Math.min(text.length(), low + step(text, low));
        boolean nearerToNext = x - width(text.substring(0, low)) > width(text.substring(0, next)) - x;
        return nearerToNext ? next : low;
    }

    private static int step(String text, int at) {
        return at < text.length() ? Character.charCount(text.codePointAt(at)) : 0;
    }
}
