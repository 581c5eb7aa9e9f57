package dev.milliner.workbench.files;

import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileSystemException;
import java.nio.file.NoSuchFileException;

/** Why something on disk did not go, in words that end a sentence. */
public final class Reasons {
    private Reasons() {}

    /** The reason, with a full stop. */
    public static String of(IOException failure) {
        return switch (failure) {
            case NoSuchFileException none -> "there is no " + none.getFile() + ".";
            case AccessDeniedException denied -> "permission is denied for " + denied.getFile() + ".";
            case FileSystemException system when system.getReason() != null ->
                system.getFile() + ": " + system.getReason() + ".";
            default -> String.valueOf(failure.getMessage()).replaceFirst("\\.$", "") + ".";
        };
    }
}
