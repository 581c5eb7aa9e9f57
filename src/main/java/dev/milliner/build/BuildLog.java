package dev.milliner.build;

import dev.milliner.build.BuildEvent.LogLine;
import java.io.BufferedWriter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;

/** The build's log on the disk: time, stage, severity and text of each line. */
public final class BuildLog implements AutoCloseable {
    private static final DateTimeFormatter TIME =
            DateTimeFormatter.ofPattern("HH:mm:ss.SSS").withZone(ZoneId.systemDefault());

    private final BufferedWriter writer;

    /** Opens a log; what is in it already stays, as a build may go on after a restart. */
    public BuildLog(Path file) throws IOException {
        this.writer = Files.newBufferedWriter(file, StandardOpenOption.CREATE, StandardOpenOption.APPEND);
    }

    /** Writes a line and hands it to the system, so that a killed program loses nothing. */
    public void write(LogLine line) {
        try {
            writer.write(TIME.format(line.time()) + " " + line.stage().name() + " " + line.severity() + " "
                    + line.text() + "\n");
            writer.flush();
        } catch (IOException full) {
            // The listener hears the line all the same; a full disk shows in the tools' own failure.
        }
    }

    @Override
    public void close() {
        try {
            writer.close();
        } catch (IOException full) {
            // Every line was flushed when it was written.
        }
    }
}
