package dev.milliner.workbench.report;

import dev.milliner.ground.FileTrouble;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.SeekableByteChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.List;

/** The last lines of Milliner's own log. */
final class LogEnd {
    static final int MOST_LINES = 200;
    private static final int MOST_BYTES = 64 * 1024;

    private LogEnd() {}

    /**
     * What they say.
     *
     * @param folder the folder with the log's files
     */
    static String of(Path folder) {
        Path file = folder.resolve("milliner.0.log");
        try (SeekableByteChannel channel = Files.newByteChannel(file)) {
            long start = Math.max(0, channel.size() - MOST_BYTES);
            ByteBuffer bytes = ByteBuffer.allocate((int) (channel.size() - start));
            channel.position(start);
            while (bytes.hasRemaining() && channel.read(bytes) >= 0) {}
            List<String> lines = new String(bytes.array(), 0, bytes.position(), StandardCharsets.UTF_8)
                    .lines()
                    // The first is cut where it does not begin the file.
                    .skip(start > 0 ? 1 : 0)
                    .toList();
            return String.join("\n", lines.subList(Math.max(0, lines.size() - MOST_LINES), lines.size()));
        } catch (NoSuchFileException none) {
            return "Nothing was logged.";
        } catch (IOException unreadable) {
            return "The log can't be read: " + FileTrouble.words(unreadable) + ".";
        }
    }
}
