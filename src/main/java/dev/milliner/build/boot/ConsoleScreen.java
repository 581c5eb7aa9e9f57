package dev.milliner.build.boot;

import java.util.ArrayDeque;
import java.util.Deque;

/**
 * What a console shows: its lines, with what a guest does to the line it is in. Of the control sequences those count
 * that clear; colours and other movements of the cursor are left out.
 */
public final class ConsoleScreen {
    private static final char ESCAPE = '\u001b';
    private static final int WIDEST = 2000;
    private static final int TAB = 8;

    private final int most;
    private final Deque<String> lines = new ArrayDeque<>();
    private final StringBuilder line = new StringBuilder();
    private final StringBuilder sequence = new StringBuilder();
    private int column;

    /**
     * Makes an empty screen.
     *
     * @param most how many lines it keeps
     */
    public ConsoleScreen(int most) {
        this.most = most;
    }

    /** Takes what the console wrote; a sequence may come in pieces. */
    public void write(String text) {
        for (int i = 0; i < text.length(); i++) {
            char one = text.charAt(i);
            if (!sequence.isEmpty()) {
                sequence.append(one);
                if (isWhole()) {
                    obey();
                    sequence.setLength(0);
                }
            } else if (one == ESCAPE) {
                sequence.append(one);
            } else {
                write(one);
            }
        }
    }

    /** All that is shown. */
    public String text() {
        StringBuilder text = new StringBuilder();
        lines.forEach(one -> text.append(one).append('\n'));
        return text.append(line).toString();
    }

    private void write(char one) {
        switch (one) {
            case '\n' -> newLine();
            case '\r' -> column = 0;
            case '\b' -> column = Math.max(0, column - 1);
            case '\t' -> pad((column / TAB + 1) * TAB);
            default -> put(one);
        }
    }

    private void newLine() {
        lines.addLast(line.toString());
        if (lines.size() >= most) {
            lines.removeFirst();
        }
        line.setLength(0);
        column = 0;
    }

    private void put(char one) {
        if (Character.isISOControl(one)) {
            return;
        }
        if (column >= WIDEST) {
            newLine();
        }
        pad(column);
        if (column < line.length()) {
            line.setCharAt(column, one);
        } else {
            line.append(one);
        }
        column++;
    }

    private void pad(int to) {
        while (line.length() < to) {
            line.append(' ');
        }
        column = to;
    }

    private boolean isWhole() {
        char last = sequence.charAt(sequence.length() - 1);
        if (sequence.length() == 2) {
            return last != '[' && last != ']' && last != '(' && last != ')';
        }
        return switch (sequence.charAt(1)) {
            case '[' -> last >= '@' && last <= '~';
            case ']' -> last == '\u0007' || last == '\\' || sequence.length() > WIDEST;
            default -> true;
        };
    }

    private void obey() {
        switch (sequence.substring(1)) {
            case "[J", "[0J", "[K", "[0K" -> line.setLength(Math.min(column, line.length()));
            case "[2K" -> line.setLength(0);
            case "[2J", "[3J", "c" -> clear();
            case "[C", "[1C" -> column = Math.min(column + 1, WIDEST);
            case "[D", "[1D" -> column = Math.max(0, column - 1);
            default -> {
                // Colours, and where the cursor would go on a terminal of a fixed size.
            }
        }
    }

    /** What was shown stays above, as it says how the guest came so far. */
    private void clear() {
        if (!line.isEmpty()) {
            newLine();
        }
    }
}
