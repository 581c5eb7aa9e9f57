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
        for (int i = 0; i < length; i++) {
            if (bytes[i] == '\n' || bytes[i] == '\r') {
                give(bytes[i] == '\n');
            } else {
                line.write(bytes[i]);
                if (line.size() >= LONGEST) {
                    give(false);
                }
            }
        }
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
