package dev.milliner.ground;

import java.nio.file.Path;

/** The user's folders as the XDG base directory specification names them. */
public final class UserFolder {
    private UserFolder() {}

    /**
     * One of them.
     *
     * @param variable the environment variable that names it
     * @param fallback where it is below the home folder when the variable is not set
     */
    public static Path of(String variable, String fallback) {
        String named = System.getenv(variable);
        return named == null || !named.startsWith("/")
                ? Path.of(System.getProperty("user.home")).resolve(fallback)
                : Path.of(named);
    }
}
