package dev.milliner.build.host;

import dev.milliner.ground.ToolAnswer;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** What KIWI calls itself. To ask it takes half a second, so it is asked again only when its program has changed. */
public final class KiwiVersion {
    /**
     * A program as it stands.
     *
     * @param path where it is
     * @param modified when it was last written
     */
    private record Program(Path path, FileTime modified) {}

    private static final Map<Program, String> KNOWN = new ConcurrentHashMap<>();

    private KiwiVersion() {}

    /** Its words, such as {@code KIWI (next generation) version 11.1.6}; empty where it does not run. */
    public static String of(Path kiwi) {
        try {
            return KNOWN.computeIfAbsent(
                    new Program(kiwi, Files.getLastModifiedTime(kiwi)),
                    program -> ToolAnswer.of(kiwi.toString(), "--version"));
        } catch (IOException gone) {
            return "";
        }
    }
}
