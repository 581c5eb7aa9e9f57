package dev.milliner.build.explain;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.function.Consumer;

/** Reads a log of any length a line at a time. Bytes that are not UTF-8 become replacement characters. */
final class LogReader {
    /** Of a longer line the start is read, so that no log can fill the memory. */
    private static final int LONGEST = 32 * 1024;

    private static final int BLOCK = 64 * 1024;

    private final Consumer<LogLine> reader;
    private final ByteArrayOutputStream line = new ByteArrayOutputStream();
    private long number;

    private LogReader(Consumer<LogLine> reader) {
        this.reader = reader;
    }

    static void read(InputStream log, Consumer<LogLine> reader) throws IOException {
        LogReader lines = new LogReader(reader);
        byte[] block = new byte[BLOCK];
        for (int length = log.read(block); length >= 0; length = log.read(block)) {
            lines.add(block, length);
        }
        if (lines.line.size() > 0) {
            lines.give();
        }
    }

    private void add(byte[] block, int length) {
        int start = 0;
        for (int i = 0; i < length; i++) {
            if (block[i] == '\n') {
                keep(block, start, i);
                give();
                start = i + 1;
            }
        }
        keep(block, start, length);
    }

    private void keep(byte[] block, int start, int end) {
        int room = LONGEST - line.size();
        if (room > 0 && end > start) {
            line.write(block, start, Math.min(room, end - start));
        }
    }

    private void give() {
        reader.accept(new LogLine(++number, CleanText.of(line.toString(StandardCharsets.UTF_8))));
        line.reset();
    }
}
