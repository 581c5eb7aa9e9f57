package dev.milliner.workbench.editor;

import dev.milliner.language.Snippet;
import java.util.ArrayDeque;
import java.util.Deque;

/** The stops of a snippet that the caret still goes through. They move with what is typed before them. */
final class SnippetStops {
    private final EditorArea area;
    private final Deque<Stop> left = new ArrayDeque<>();

    private record Stop(int start, int end) {}

    SnippetStops(EditorArea area) {
        this.area = area;
        area.plainTextChanges().subscribe(change -> moved(change.getPosition(), change.getNetLength()));
    }

    /** Puts a snippet in the place of a stretch, and goes to its first stop. */
    void insert(int start, int end, Snippet snippet) {
        left.clear();
        area.replaceText(start, end, snippet.text());
        snippet.stops().forEach(stop -> left.add(new Stop(start + stop.start(), start + stop.end())));
        if (!next()) {
            area.moveTo(start + snippet.text().length());
        }
        area.requestFollowCaret();
    }

    private void moved(int at, int by) {
        for (int i = left.size(); i > 0; i--) {
            Stop stop = left.removeFirst();
            left.addLast(stop.start() >= at ? new Stop(stop.start() + by, stop.end() + by) : stop);
        }
    }

    /** Goes to the next stop; false where there is none. */
    boolean next() {
        Stop stop = left.pollFirst();
        if (stop == null || stop.start() < 0 || stop.end() > area.getLength()) {
            left.clear();
            return false;
        }
        area.selectRange(stop.start(), stop.end());
        return true;
    }

    void forget() {
        left.clear();
    }
}
