package dev.milliner.ground;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.logging.LogManager;

/**
 * Milliner's own log: System.Logger writes to the JDK's logging, which writes rotating files in the user's state folder,
 * and nothing on the terminal. Made by the JDK when something is logged first, so that a run that logs nothing pays
 * nothing.
 */
public final class ProgramLog {
    private static final String SETTING = "java.util.logging.config.class";

    /** Made by the JDK. */
    public ProgramLog() throws IOException {
        String settings =
                "handlers=" + ProgramLogHandler.class.getName() + "\n.level=INFO\norg.eclipse.jgit.level=SEVERE\n";
        LogManager.getLogManager()
                .readConfiguration(new ByteArrayInputStream(settings.getBytes(StandardCharsets.UTF_8)));
    }

    /** Chooses this log for the process, before anything is logged. */
    public static void choose() {
        System.setProperty(SETTING, ProgramLog.class.getName());
    }

    /** The folder with the log's files; the newest is {@code milliner.0.log}. */
    public static Path folder() {
        return UserFolder.STATE.ours().resolve("logs");
    }
}
