package dev.milliner.text;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/**
 * The line terminators of a file, one for each line break, so that an edit leaves those of other lines as they were.
 * The editor itself knows only {@code \n}.
 */
public final class LineEndings {
    private static final String LF = "\n";

    private final List<String> terminators;
    private final String dominant;

    private LineEndings(List<String> terminators, String dominant) {
        this.terminators = terminators;
        this.dominant = dominant;
    }

    /** Reads the terminators of a text: {@code \n}, {@code \r\n} or a lone {@code \r}. */
    public static LineEndings of(String text) {
        List<String> found = new ArrayList<>();
        for (int at = 0; at < text.length(); at++) {
            char c = text.charAt(at);
            if (c == '\n') {
                found.add(LF);
            } else if (c == '\r' && at + 1 < text.length() && text.charAt(at + 1) == '\n') {
                found.add("\r\n");
                at++;
            } else if (c == '\r') {
                found.add("\r");
            }
        }
        return new LineEndings(found, mostFrequent(found));
    }

    private static String mostFrequent(List<String> found) {
        String best = LF;
        for (String candidate : List.of("\r\n", "\r")) {
            if (Collections.frequency(found, candidate) > Collections.frequency(found, best)) {
                best = candidate;
            }
        }
        return best;
    }

    /** Answers the text with every terminator as {@code \n}, as the editor shows it. */
    public static String normalised(String text) {
        return text.indexOf('\r') < 0 ? text : text.replace("\r\n", LF).replace('\r', '\n');
    }

    /**
     * Follows an edit.
     *
     * @param line index of the line break at or after which the edit begins, from 0
     * @param removed number of line breaks it removed
     * @param inserted number of line breaks it inserted
     */
    public void replace(int line, int removed, int inserted) {
        List<String> part = terminators.subList(line, line + removed);
        int kept = Math.min(removed, inserted);
        part.subList(kept, removed).clear();
        for (int i = kept; i < inserted; i++) {
            terminators.add(line + i, dominant);
        }
    }

    /** Puts the terminators back into a text that the editor shows. */
    public String restore(String shown) {
        if (terminators.stream().allMatch(LF::equals)) {
            return shown;
        }
        StringBuilder result = new StringBuilder(shown.length() + terminators.size());
        String[] written = unambiguous(shown);
        int line = 0;
        for (int at = 0; at < shown.length(); at++) {
            char c = shown.charAt(at);
            if (c == '\n') {
                result.append(written[line++]);
            } else {
                result.append(c);
            }
        }
        return result.toString();
    }

    /** A lone carriage return directly before a line feed would be read as one terminator, so it becomes a line feed. */
    private String[] unambiguous(String shown) {
        String[] written = terminators.toArray(String[]::new);
        int line = written.length - 1;
        for (int at = shown.length() - 1; at >= 0; at--) {
            if (shown.charAt(at) == '\n') {
                boolean lineFeedFollows =
                        at + 1 < shown.length() && shown.charAt(at + 1) == '\n' && written[line + 1].equals(LF);
                if (lineFeedFollows && written[line].equals("\r")) {
                    written[line] = LF;
                }
                line--;
            }
        }
        return written;
    }

    /** Names the endings for the status line. */
    public String label() {
        long kinds = terminators.stream().distinct().count();
        return kinds > 1 ? "mixed line ends" : dominant.equals("\r\n") ? "CRLF" : "LF";
    }
}
