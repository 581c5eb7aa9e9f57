package dev.milliner.command;

import dev.milliner.build.boot.ConsoleListener;
import java.io.PrintWriter;

/**
 * Shows what a console says.
 *
 * @param out where
 */
record Echo(PrintWriter out) implements ConsoleListener {
    @Override
    public void output(String text) {
        TerminalOutput.log(out, text);
        out.flush();
    }

    @Override
    public void ended() {
        out.println();
    }
}
