package dev.milliner.command;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.Charset;
import java.nio.file.Files;
import java.nio.file.Path;

/** The terminal that the program runs on, if any. */
final class Terminal {
    private Terminal() {}

    /**
     * Tells whether a stream of this program is a terminal.
     *
     * @param stream 0 for standard input, 1 for output, 2 for errors
     */
    static boolean isOne(int stream) {
        try {
            String target =
                    Files.readSymbolicLink(Path.of("/proc/self/fd/" + stream)).toString();
            return target.startsWith("/dev/pts/") || target.startsWith("/dev/tty") || target.equals("/dev/console");
        } catch (IOException | UnsupportedOperationException unknown) {
            return false;
        }
    }

    /** Reads a line from standard input; empty at its end. */
    static String answer() throws IOException {
        String line = new BufferedReader(new InputStreamReader(System.in, Charset.defaultCharset())).readLine();
        return line == null ? "" : line.strip();
    }
}
