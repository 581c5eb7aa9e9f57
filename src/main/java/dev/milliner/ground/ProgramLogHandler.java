package dev.milliner.ground;

import java.io.IOException;
import java.nio.file.Path;
import java.util.logging.FileHandler;
import java.util.logging.Formatter;
import java.util.logging.Handler;
import java.util.logging.LogRecord;
import org.jspecify.annotations.Nullable;

/** Writes the log's files; opens them when the first line comes. */
public final class ProgramLogHandler extends Handler {
    private static final int MOST_BYTES = 1 << 20;
    private static final int FILES = 3;

    private @Nullable FileHandler file;
    private boolean tried;

    /** Made by the JDK. */
    public ProgramLogHandler() {
        setFormatter(new Lines());
    }

    /** A line with time, level, source and message, and the trace below. */
    private static final class Lines extends Formatter {
        @Override
        public String format(LogRecord line) {
            Throwable thrown = line.getThrown();
            return line.getInstant() + " " + line.getLevel() + " " + line.getLoggerName() + ": " + formatMessage(line)
                    + "\n" + (thrown == null ? "" : Traces.of(thrown));
        }
    }

    @Override
    public synchronized void publish(LogRecord line) {
        FileHandler open = open();
        if (open != null) {
            open.publish(line);
        }
    }

    /** Where the state folder can't be written there is no log; whoever failed there says so on the screen. */
    private @Nullable FileHandler open() {
        if (!tried) {
            tried = true;
            try {
                Path folder = PrivateFiles.folder(ProgramLog.folder());
                file = new FileHandler(folder.resolve("milliner.%g.log").toString(), MOST_BYTES, FILES, true);
                file.setFormatter(getFormatter());
                file.setEncoding("UTF-8");
                PrivateFiles.close(folder.resolve("milliner.0.log"));
            } catch (IOException impossible) {
                file = null;
            }
        }
        return file;
    }

    @Override
    public synchronized void flush() {
        if (file != null) {
            file.flush();
        }
    }

    @Override
    public synchronized void close() {
        if (file != null) {
            file.close();
        }
    }
}
