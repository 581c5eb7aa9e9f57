package dev.milliner.workbench.shell;

import java.time.LocalTime;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** What was said since the distro was opened, to be read again. On the JavaFX thread. */
final class Said {
    private static final int MOST = 200;
    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("HH:mm:ss", Locale.ROOT);

    private final List<Line> lines = new ArrayList<>();

    /** Something that was said, and when. */
    record Line(String time, String text) {}

    void add(String text) {
        lines.addFirst(new Line(LocalTime.now(ZoneId.systemDefault()).format(TIME), text));
        if (lines.size() > MOST) {
            lines.removeLast();
        }
    }

    /** All of it that is kept, the newest first. */
    List<Line> lines() {
        return List.copyOf(lines);
    }
}
