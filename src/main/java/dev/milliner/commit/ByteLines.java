package dev.milliner.commit;

import dev.milliner.overlay.Hunk;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;

/** A file's bytes by lines, each with its end, as git counts them. */
final class ByteLines {
    private final byte[] bytes;
    private final int[] starts;

    private ByteLines(byte[] bytes, int[] starts) {
        this.bytes = bytes;
        this.starts = starts;
    }

    /** Finds the lines of a file. */
    static ByteLines of(byte[] bytes) {
        List<Integer> starts = new ArrayList<>();
        int at = 0;
        while (at < bytes.length) {
            starts.add(at);
            while (at < bytes.length && bytes[at] != '\n') {
                at++;
            }
            at++;
        }
        return new ByteLines(bytes, starts.stream().mapToInt(Integer::intValue).toArray());
    }

    private int start(int line) {
        return line < starts.length ? starts[line] : bytes.length;
    }

    private void write(ByteArrayOutputStream into, int from, int to) {
        into.write(bytes, start(from), start(to) - start(from));
    }

    /** The lines from one to another, exclusively. */
    byte[] between(int from, int to) {
        return Arrays.copyOfRange(bytes, start(from), start(to));
    }

    /** As text, for people. */
    List<String> texts() {
        List<String> texts = new ArrayList<>();
        for (int line = 0; line < starts.length; line++) {
            texts.add(new String(between(line, line + 1), StandardCharsets.UTF_8));
        }
        return List.copyOf(texts);
    }

    /** These lines with some of the hunks, or their parts, that lead to others. */
    byte[] with(List<Hunk> hunks, Set<Integer> chosen, ByteLines others) {
        ByteArrayOutputStream made = new ByteArrayOutputStream();
        int line = 0;
        for (int number = 0; number < hunks.size(); number++) {
            Hunk hunk = hunks.get(number);
            if (chosen.contains(number)) {
                write(made, line, hunk.beforeStart());
                others.write(made, hunk.afterStart(), hunk.afterEnd());
                line = hunk.beforeEnd();
            }
        }
        write(made, line, starts.length);
        return made.toByteArray();
    }
}
