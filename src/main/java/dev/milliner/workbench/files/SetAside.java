package dev.milliner.workbench.files;

import dev.milliner.ground.PrivateFiles;
import dev.milliner.workbench.words.Wording;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;

/**
 * Where things go that the workbench remembered and can no longer read. Nothing is ever deleted: a person may still make
 * sense of it.
 *
 * @param folder where they go
 */
public record SetAside(Path folder) {
    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("yyyyMMdd-HHmmss");

    /** The one of a state folder. */
    public static SetAside of(Path state) {
        return new SetAside(state.resolve("set-aside"));
    }

    /**
     * Moves something there.
     *
     * @param what a file or a folder
     * @param about what it was, as the subject of a sentence
     * @return what is to be told of it, in a sentence
     */
    public String move(Path what, String about) {
        try {
            PrivateFiles.folder(folder);
            String name = LocalDateTime.now(ZoneId.systemDefault()).format(TIME) + "-"
                    + what.getFileName().toString().replaceFirst("^\\.", "");
            Path target = folder.resolve(name);
            for (int attempt = 2; Files.exists(target); attempt++) {
                target = folder.resolve(name + "-" + attempt);
            }
            Files.move(what, target);
            return Wording.of("files.set-aside.could-not-read", about, target);
        } catch (IOException stays) {
            return Wording.of("files.set-aside.could-not-read-could", about, what);
        }
    }
}
