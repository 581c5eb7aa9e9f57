package dev.milliner.build;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;

/** Cuts a tool's output into lines, at line feeds and at the carriage returns of progress bars. */
final class LineSplitter {
    /** A line longer than this is given in parts, so that no output can fill the memory. */
    private static final int LONGEST = 64 * 1024;

    private final ToolReader reader;
    private final ByteArrayOutputStream line = new ByteArrayOutputStream();

    LineSplitter(ToolReader reader) {
        this.reader = reader;
    }

    void add(byte[] bytes, int length) {
        int start = 0;
        for (int i = 0; i < length; i++) {
            boolean ends = bytes[i] == '\n' || bytes[i] == '\r';
            if (ends || line.size() + i - start >= LONGEST) {
                line.write(bytes, start, i - start);
                give(bytes[i] == '\n');
                start = ends ? i + 1 : i;
            }
        }
        line.write(bytes, start, length - start);
    }

    void end() {
        give(false);
    }

    private void give(boolean evenIfEmpty) {
        if (line.size() > 0 || evenIfEmpty) {
            reader.line(line.toString(StandardCharsets.UTF_8));
            line.reset();
        }
    }
}
