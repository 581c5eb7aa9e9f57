package dev.milliner.build.run;

import dev.milliner.build.run.BuildEvent.LogLine;
import java.io.BufferedWriter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The build's log on the disk: time, stage, severity and text of each line. */
public final class BuildLog implements AutoCloseable {
    private static final DateTimeFormatter TIME =
            DateTimeFormatter.ofPattern("HH:mm:ss.SSS").withZone(ZoneId.systemDefault());

    private final BufferedWriter writer;
    private long stamped;
    private String stamp = "";
    private @Nullable IOException trouble;

    /** Opens a log; what is in it already stays, as a build may go on after a restart. */
    public BuildLog(Path file) throws IOException {
        this.writer = Files.newBufferedWriter(file, StandardOpenOption.CREATE, StandardOpenOption.APPEND);
    }

    /** Writes a line. It is kept back until {@link #flush}. */
    public synchronized void write(LogLine line) {
        try {
            writer.write(
                    stamp(line.time()) + " " + line.stage().name() + " " + line.severity() + " " + line.text() + "\n");
        } catch (IOException full) {
            // The listener hears the line all the same.
            lost(full);
        }
    }

    private synchronized void lost(IOException failure) {
        if (trouble == null) {
            trouble = failure;
        }
    }

    /** Why not all lines could be written; empty where they could. */
    public synchronized Optional<IOException> trouble() {
        return Optional.ofNullable(trouble);
    }

    /** Many lines come in one thousandth of a second, and to put a time into words takes longer than to write a line. */
    private String stamp(Instant time) {
        long now = time.toEpochMilli();
        if (now != stamped) {
            stamped = now;
            stamp = TIME.format(time);
        }
        return stamp;
    }

    /** Hands all lines to the system, so that a killed program loses none of them. */
    public void flush() {
        try {
            writer.flush();
        } catch (IOException full) {
            lost(full);
        }
    }

    @Override
    public void close() {
        try {
            writer.close();
        } catch (IOException full) {
            lost(full);
        }
    }
}
