package dev.milliner.command;

import dev.milliner.ground.FileTrouble;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

/** The folder that {@code -o} names. */
final class OutputFolder {
    private OutputFolder() {}

    /**
     * Makes sure that results can be written there, before the long work that makes them. Nothing of the trial stays.
     *
     * @throws InputException where they can't
     */
    static void demand(Path folder) {
        List<Path> made = new ArrayList<>();
        Path trial = folder.resolve(".milliner" + UUID.randomUUID());
        try {
            for (Path missing : missing(folder.toAbsolutePath().normalize())) {
                Files.createDirectory(missing);
                made.addFirst(missing);
            }
            Files.delete(Files.createFile(trial));
        } catch (IOException refused) {
            IOException told = FileTrouble.of(refused, trial, folder);
            throw new InputException(
                    FileTrouble.words(folder, "takes no file", told) + ". Name another folder with -o.");
        } finally {
            made.forEach(OutputFolder::leave);
        }
    }

    /** The folders that are still to be made, from the top. */
    private static List<Path> missing(Path folder) {
        List<Path> missing = new ArrayList<>();
        for (Path one = folder; one != null && Files.notExists(one); one = one.getParent()) {
            missing.addFirst(one);
        }
        return missing;
    }

    private static void leave(Path made) {
        try {
            Files.deleteIfExists(made);
        } catch (IOException used) {
            // Somebody else has put something there meanwhile.
        }
    }
}
