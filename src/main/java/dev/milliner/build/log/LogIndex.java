package dev.milliner.build.log;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * Where each line of a build's log starts, so that any part of a log of millions of lines is shown without holding it.
 * Only the start of every 128th line is kept. The log may grow meanwhile; {@link #grow} takes in what is new.
 */
public final class LogIndex implements AutoCloseable {
    /** How many lines a block has. */
    public static final int BLOCK = 128;

    private static final int PIECE = 1 << 20;
    /** A block of lines as Milliner writes them is far smaller; other programs may write one line without end. */
    private static final int LARGEST_BLOCK = 64 << 20;

    private static final String LEFT_OUT = "(not shown: it, or what stands shortly before it, is longer than 64 MB)";

    private static final int STAMP = 13;

    private final FileChannel channel;
    private final ByteBuffer piece = ByteBuffer.allocate(PIECE);
    private final LineNumbers errors = new LineNumbers();
    private final LineNumbers warnings = new LineNumbers();
    private final List<LogSection> sections = new ArrayList<>();
    private long[] starts = new long[1024];
    private long scanned;
    private int lines;

    private LogIndex(FileChannel channel) {
        this.channel = channel;
    }

    /**
     * Opens a log. Nothing is read before {@link #grow}.
     *
     * @throws IOException when the file cannot be opened
     */
    public static LogIndex open(Path file) throws IOException {
        return new LogIndex(FileChannel.open(file, StandardOpenOption.READ));
    }

    /**
     * Takes in the lines that were written since; the last is taken once it has its end.
     *
     * @return whether there were any
     * @throws IOException when the file cannot be read
     */
    public synchronized boolean grow() throws IOException {
        int before = lines;
        while (scanned < channel.size()) {
            piece.clear();
            int read = channel.read(piece, scanned);
            int taken = read <= 0 ? 0 : scan(piece.array(), read);
            if (taken == 0) {
                break;
            }
            scanned += taken;
        }
        return lines > before;
    }

    /** Scans whole lines; a line longer than a piece is cut there, which the writer never lets happen. */
    private int scan(byte[] bytes, int length) {
        int start = 0;
        for (int i = 0; i < length; i++) {
            if (bytes[i] == '\n') {
                add(bytes, start, i, scanned + start);
                start = i + 1;
            }
        }
        return start == 0 && length == PIECE ? length : start;
    }

    private void add(byte[] bytes, int from, int to, long offset) {
        if (lines % BLOCK == 0) {
            if (lines / BLOCK == starts.length) {
                starts = Arrays.copyOf(starts, starts.length * 2);
            }
            starts[lines / BLOCK] = offset;
        }
        lines++;
        int stageEnd = isStamped(bytes, from, to) ? space(bytes, from + STAMP, to) : -1;
        char severity = stageEnd < 0 || stageEnd + 1 >= to ? 'I' : (char) bytes[stageEnd + 1];
        if (severity == 'E') {
            errors.add(lines);
        } else if (severity == 'W') {
            warnings.add(lines);
        }
        section(bytes, from + STAMP, stageEnd);
    }

    /** Lines that another program wrote, as those of a task on a farm, say nothing of a stage or a severity. */
    private static boolean isStamped(byte[] bytes, int from, int to) {
        return to - from > STAMP
                && bytes[from + 2] == ':'
                && bytes[from + 5] == ':'
                && bytes[from + 8] == '.'
                && bytes[from + STAMP - 1] == ' ';
    }

    private static int space(byte[] bytes, int from, int to) {
        for (int i = from; i < to; i++) {
            if (bytes[i] == ' ') {
                return i;
            }
        }
        return -1;
    }

    private void section(byte[] bytes, int from, int to) {
        LogSection last = sections.isEmpty() ? null : sections.getLast();
        boolean same = last != null && (to < 0 || isNamed(last.stage(), bytes, from, to));
        if (last != null && same) {
            sections.set(sections.size() - 1, new LogSection(last.stage(), last.first(), lines));
            return;
        }
        String name = to < 0 ? "" : new String(bytes, from, to - from, StandardCharsets.US_ASCII);
        Stage stage = Arrays.stream(Stage.values())
                .filter(one -> one.name().equals(name))
                .findFirst()
                .orElse(last == null ? Stage.CHECK : last.stage());
        if (last != null && last.stage() == stage) {
            sections.set(sections.size() - 1, new LogSection(stage, last.first(), lines));
        } else {
            sections.add(new LogSection(stage, lines, lines));
        }
    }

    /** Called for every line, so nothing is allocated. */
    private static boolean isNamed(Stage stage, byte[] bytes, int from, int to) {
        String name = stage.name();
        if (name.length() != to - from) {
            return false;
        }
        for (int i = 0; i < name.length(); i++) {
            if (bytes[from + i] != name.charAt(i)) {
                return false;
            }
        }
        return true;
    }

    /** How many lines are known. */
    public synchronized int lines() {
        return lines;
    }

    /** The runs of lines of one stage, in order. */
    public synchronized List<LogSection> sections() {
        return List.copyOf(sections);
    }

    /** How many lines have a severity that matters. */
    public int count(LogSeverity severity) {
        return numbers(severity).count();
    }

    /** The next line of a severity after a line, going round; 0 where there is none. */
    public int next(LogSeverity severity, int line) {
        return numbers(severity).after(line);
    }

    private LineNumbers numbers(LogSeverity severity) {
        return switch (severity) {
            case ERROR -> errors;
            case WARNING -> warnings;
            case INFO, DEBUG -> throw new IllegalArgumentException("only what may be wrong is listed");
        };
    }

    /**
     * The lines of a block; the last block may be short.
     *
     * @param block from 0
     * @throws IOException when the file cannot be read
     */
    public List<LoggedLine> block(int block) throws IOException {
        long from;
        long to;
        int most;
        synchronized (this) {
            if (block * (long) BLOCK >= lines) {
                return List.of();
            }
            from = starts[block];
            boolean last = (block + 1) * (long) BLOCK >= lines;
            to = last ? scanned : starts[block + 1];
            most = Math.min(BLOCK, lines - block * BLOCK);
        }
        ByteBuffer content = ByteBuffer.allocate((int) Math.min(to - from, LARGEST_BLOCK));
        while (content.hasRemaining() && channel.read(content, from + content.position()) > 0) {
            // A read may give less than was asked for.
        }
        String text = new String(content.array(), 0, content.position(), StandardCharsets.UTF_8);
        List<LoggedLine> all = new ArrayList<>(most);
        int start = 0;
        for (int end = text.indexOf('\n'); end >= 0 && all.size() < most; end = text.indexOf('\n', start)) {
            all.add(LoggedLine.parse(block * BLOCK + all.size() + 1, text.substring(start, end)));
            start = end + 1;
        }
        while (all.size() < most) {
            all.add(LoggedLine.parse(block * BLOCK + all.size() + 1, LEFT_OUT));
        }
        return all;
    }

    @Override
    public void close() throws IOException {
        channel.close();
    }
}
