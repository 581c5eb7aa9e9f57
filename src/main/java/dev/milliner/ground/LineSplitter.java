package dev.milliner.ground;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;

/** Cuts a tool's output into lines, at line feeds and at the carriage returns of progress bars. */
public final class LineSplitter {
    /** A line longer than this is given in parts, so that no output can fill the memory. */
    private static final int LONGEST = 64 * 1024;

    private final ToolReader reader;
    private final ByteArrayOutputStream line = new ByteArrayOutputStream();

    public LineSplitter(ToolReader reader) {
        this.reader = reader;
    }

    public void add(byte[] bytes, int length) {
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

    public void end() {
        give(false);
    }

    private void give(boolean evenIfEmpty) {
        if (line.size() > 0 || evenIfEmpty) {
            reader.line(line.toString(StandardCharsets.UTF_8));
            line.reset();
        }
    }
}
