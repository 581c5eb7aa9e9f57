package dev.milliner.source;

import java.io.IOException;
import java.io.Serial;
import java.nio.file.Path;

/** Something that is there, and is no file that can be read. */
public final class UnreadableFileException extends IOException {
    @Serial
    private static final long serialVersionUID = 1;

    private final String why;

    /**
     * With what is the matter.
     *
     * @param why what is the matter, to follow the file's name
     */
    public UnreadableFileException(Path file, String why) {
        super(file + " " + why);
        this.why = why;
    }

    /** What is the matter, to follow the file's name: {@code is a folder}. */
    public String why() {
        return why;
    }
}
