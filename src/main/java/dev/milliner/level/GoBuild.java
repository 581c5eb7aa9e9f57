package dev.milliner.level;

import dev.milliner.rpm.Level;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What Go writes into each program of how it was built: {@code GOAMD64}, the level that its compiler might use. It says so
 * exactly, where the code does not: Go's library asks the processor at run time, and holds instructions of all levels.
 */
final class GoBuild {
    private static final byte[] MAGIC = "\u00ff Go buildinf:".getBytes(StandardCharsets.ISO_8859_1);
    private static final String NOTE = "\4\0\0\0Go\0\0";
    private static final int START = 1 << 14;
    private static final int ALIGNMENT = 16;
    private static final int HEADER = 32;
    private static final int FLAGS = 15;
    private static final int WRITTEN_INSIDE = 2;
    private static final int LARGEST_TEXT = 1 << 20;
    private static final Pattern LEVEL = Pattern.compile("(?m)^build\\tGOAMD64=v([1-4])$");

    private GoBuild() {}

    /** The level that a program was compiled for; empty where it is not Go's, or does not say. */
    static Optional<Level> level(byte[] program) {
        for (int at = 0; at + HEADER <= program.length; at += ALIGNMENT) {
            if (isMagic(program, at)) {
                return level(program, at);
            }
        }
        return Optional.empty();
    }

    /** Tells whether a program that starts so has the note by which Go marks its own. */
    static boolean isGo(byte[] start) {
        int end = Math.min(start.length, START);
        return new String(start, 0, end, StandardCharsets.ISO_8859_1).contains(NOTE);
    }

    private static boolean isMagic(byte[] program, int at) {
        for (int i = 0; i < MAGIC.length; i++) {
            if (program[at + i] != MAGIC[i]) {
                return false;
            }
        }
        return (program[at + FLAGS] & WRITTEN_INSIDE) != 0;
    }

    /** Behind the header stand Go's version and the settings of the build, each with its length. */
    private static Optional<Level> level(byte[] program, int header) {
        int end = (int) Math.min(program.length, (long) header + HEADER + LARGEST_TEXT);
        String text = new String(program, header + HEADER, end - header - HEADER, StandardCharsets.ISO_8859_1);
        Matcher found = LEVEL.matcher(text);
        return found.find() ? Level.of("v" + found.group(1)) : Optional.empty();
    }
}
