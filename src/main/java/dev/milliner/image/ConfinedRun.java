package dev.milliner.image;

import dev.milliner.ground.ToolResult;
import dev.milliner.ground.ToolRun;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/** Runs a {@link ConfinedTool} that makes a file, to its end. */
final class ConfinedRun {
    private ConfinedRun() {}

    /**
     * Runs one.
     *
     * @param tool what it is called where it fails
     * @param folder what it sees as {@code /out}
     * @param files what it sees in {@code /in}
     * @param words the program and its arguments
     * @throws IOException when it did not succeed; the message says why, in the tool's words where it has any
     */
    static void of(String tool, Path folder, List<Path> files, List<String> words) throws IOException {
        try {
            String why = why(
                    tool,
                    ToolRun.within(ConfinedTool.PATIENCE).of(ConfinedTool.command(Optional.of(folder), files, words)));
            if (!why.isEmpty()) {
                throw new IOException(why);
            }
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new IOException("reading it was stopped", stopped);
        }
    }

    private static String why(String tool, ToolResult result) {
        return switch (result) {
            case ToolResult.Ended ended when ended.status() == 0 -> "";
            case ToolResult.Ended ended ->
                ended.errors().lines().findFirst().orElse(tool + " ended with status " + ended.status());
            case ToolResult.Late late -> "it takes more than " + ConfinedTool.PATIENCE.toMinutes() + " minutes";
            case ToolResult.TooMuch much -> tool + " " + much.words();
            case ToolResult.Unstartable not -> not.reason();
        };
    }
}
