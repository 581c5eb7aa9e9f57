package dev.milliner.build.boot;

import dev.milliner.build.log.AnsiText;
import java.util.function.Consumer;

/** Cuts a console's output into lines without control sequences. */
final class ConsoleLines {
    /** A line that never ends is cut here. */
    private static final int LONGEST = 4096;

    private final Consumer<String> sink;
    private final StringBuilder line = new StringBuilder();

    ConsoleLines(Consumer<String> sink) {
        this.sink = sink;
    }

    void add(String text) {
        for (int i = 0; i < text.length(); i++) {
            char one = text.charAt(i);
            if (one == '\n' || line.length() >= LONGEST) {
                end();
            }
            if (one != '\n' && one != '\r') {
                line.append(one);
            }
        }
    }

    /** What was written of a line that has not ended, such as a prompt. */
    String begun() {
        return AnsiText.plain(line.toString());
    }

    void end() {
        if (!line.isEmpty()) {
            sink.accept(begun());
            line.setLength(0);
        }
    }
}
