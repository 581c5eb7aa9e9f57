package dev.milliner.ground;

import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;

/** The user's folders, as the XDG base directory specification names them. */
public enum UserFolder {
    /** What can be had again. */
    CACHE("XDG_CACHE_HOME", ".cache"),
    /** What is remembered: journals, history, logs, builds. */
    STATE("XDG_STATE_HOME", ".local/state"),
    /** What is installed for the user alone. */
    DATA("XDG_DATA_HOME", ".local/share"),
    /** What the user sets. */
    CONFIGURATION("XDG_CONFIG_HOME", ".config");

    private static final String OURS = "milliner";

    private final String variable;
    private final String fallback;

    UserFolder(String variable, String fallback) {
        this.variable = variable;
        this.fallback = fallback;
    }

    /** The folder as an environment names it; empty where it names neither it nor a home, or by no absolute path. */
    public Optional<Path> named(Map<String, String> environment) {
        return absolute(environment.get(variable))
                .or(() -> absolute(environment.get("HOME")).map(home -> home.resolve(fallback)));
    }

    // The rules say that a relative path is to be ignored.
    private static Optional<Path> absolute(@org.jspecify.annotations.Nullable String path) {
        return Optional.ofNullable(path).filter(text -> text.startsWith("/")).map(Path::of);
    }

    /** What is Milliner's in it, as an environment names it, or as the system knows the user's home. */
    public Path ours(Map<String, String> environment) {
        return named(environment)
                .orElseGet(() -> home(environment).resolve(fallback))
                .resolve(OURS);
    }

    /** The user's home, as an environment names it, or as the system knows it. */
    public static Path home(Map<String, String> environment) {
        return absolute(environment.get("HOME")).orElseGet(() -> Path.of(System.getProperty("user.home", "/")));
    }

    /** The user's home. */
    public static Path home() {
        return home(System.getenv());
    }

    /** What is Milliner's in it. */
    public Path ours() {
        return ours(System.getenv());
    }
}
