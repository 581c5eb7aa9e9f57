package dev.milliner.workbench.shell;

import dev.milliner.build.history.BuildStore;
import java.nio.file.Path;
import java.util.Map;

/**
 * Where the workbench keeps what it remembers, by the XDG base directory rules.
 *
 * @param state what it remembers: window, open files, unsaved texts
 * @param configuration what the user sets: themes
 */
public record Folders(Path state, Path configuration) {
    /** The folders that the environment names. */
    public static Folders of(Map<String, String> environment, Path home) {
        return new Folders(
                base(environment, "XDG_STATE_HOME", home.resolve(".local/state")),
                base(environment, "XDG_CONFIG_HOME", home.resolve(".config")));
    }

    private static Path base(Map<String, String> environment, String name, Path otherwise) {
        String set = environment.get(name);
        // The rules say that a relative path is to be ignored.
        Path base = set == null || !set.startsWith("/") ? otherwise : Path.of(set);
        return base.resolve("milliner");
    }

    /** The folder with the journals of unsaved texts. */
    public Path journals() {
        return state.resolve("journal");
    }

    /** Where builds have their folders. */
    public BuildStore buildStore() {
        return new BuildStore(state.resolve("builds"));
    }

    /** The folder with the user's own themes. */
    public Path themes() {
        return configuration.resolve("themes");
    }
}
