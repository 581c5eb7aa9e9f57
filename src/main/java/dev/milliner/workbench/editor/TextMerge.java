package dev.milliner.workbench.editor;

import org.fxmisc.richtext.CodeArea;

/** Makes an area show another text by one edit of the stretch in which the two differ. */
final class TextMerge {
    private TextMerge() {}

    static void apply(CodeArea area, String now) {
        String before = area.getText();
        int shortest = Math.min(before.length(), now.length());
        int start = 0;
        while (start < shortest && before.charAt(start) == now.charAt(start)) {
            start++;
        }
        // Half a character can be kept in no file.
        start -= start > 0 && Character.isHighSurrogate(before.charAt(start - 1)) ? 1 : 0;
        int tail = 0;
        while (tail < shortest - start
                && before.charAt(before.length() - 1 - tail) == now.charAt(now.length() - 1 - tail)) {
            tail++;
        }
        tail -= tail > 0 && Character.isLowSurrogate(before.charAt(before.length() - tail)) ? 1 : 0;
        if (start < before.length() - tail || start < now.length() - tail) {
            int caret = area.getCaretPosition();
            int end = before.length() - tail;
            area.replaceText(start, end, now.substring(start, now.length() - tail));
            area.moveTo(caret >= end ? caret + now.length() - before.length() : Math.min(caret, start));
        }
    }
}
