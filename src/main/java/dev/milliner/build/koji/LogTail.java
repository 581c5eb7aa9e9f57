package dev.milliner.build.koji;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.function.Consumer;

/**
 * Gives the lines of a log that grows. Only whole lines are given and counted, so that a character whose bytes come one
 * by one is read whole, and a reader that starts again at an offset misses nothing and gives nothing twice.
 */
final class LogTail {
    /** A line longer than this is given in parts, so that no log can fill the memory. */
    static final int LONGEST = 64 * 1024;

    private LogTail() {}

    /**
     * Gives the lines behind an offset.
     *
     * @param offset in bytes
     * @param complete whether nothing more comes, so that a last line without an end is one, too
     * @return the offset behind the last line given
     */
    static long read(Path file, long offset, boolean complete, Consumer<String> lines) throws IOException {
        return read(file, offset, complete, LONGEST, Long.MAX_VALUE, lines);
    }

    /**
     * Gives some of the lines behind an offset.
     *
     * @param longest how many bytes of a line are given at once
     * @param most how many lines are given, at most
     */
    static long read(Path file, long offset, boolean complete, int longest, long most, Consumer<String> lines)
            throws IOException {
        // No channel, as that closes when the thread is interrupted, which is how a build is told to end.
        try (RandomAccessFile log = new RandomAccessFile(file.toFile(), "r")) {
            long position = offset;
            long left = most;
            byte[] bytes = new byte[longest];
            while (left > 0) {
                int length = fill(log, position, bytes);
                int start = 0;
                for (int end = end(bytes, start, length); end >= 0 && left > 0; end = end(bytes, start, length)) {
                    lines.accept(text(bytes, start, end > start && bytes[end - 1] == '\r' ? end - 1 : end));
                    start = end + 1;
                    left--;
                }
                if (start == 0) {
                    start = length == longest ? wholeCharacters(bytes, length) : complete ? length : 0;
                    if (start == 0) {
                        return position;
                    }
                    lines.accept(text(bytes, 0, start));
                    left--;
                }
                position += start;
            }
            return position;
        }
    }

    /** Where a line ends; -1 where its end is not there. */
    private static int end(byte[] bytes, int start, int length) {
        for (int i = start; i < length; i++) {
            if (bytes[i] == '\n') {
                return i;
            }
        }
        return -1;
    }

    private static int fill(RandomAccessFile log, long position, byte[] bytes) throws IOException {
        log.seek(position);
        int length = 0;
        for (int more = 0; more >= 0 && length < bytes.length; more = log.read(bytes, length, bytes.length - length)) {
            length += more;
        }
        return length;
    }

    /** How many of the bytes make whole characters: what begins a character at the end is left for the next part. */
    private static int wholeCharacters(byte[] bytes, int length) {
        int start = length - 1;
        while (start > length - 4 && (bytes[start] & 0xC0) == 0x80) {
            start--;
        }
        int needed = Math.max(1, Integer.numberOfLeadingZeros(~(bytes[start] << 24)));
        return start + needed > length ? start : length;
    }

    private static String text(byte[] bytes, int start, int end) {
        return new String(bytes, start, end - start, StandardCharsets.UTF_8);
    }
}
