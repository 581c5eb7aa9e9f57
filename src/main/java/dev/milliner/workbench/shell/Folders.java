package dev.milliner.workbench.shell;

import dev.milliner.build.evaluate.TrustedTrees;
import dev.milliner.build.history.BuildStore;
import dev.milliner.ground.UserFolder;
import dev.milliner.workbench.settings.SettingsStore;
import java.nio.file.Path;
import java.util.Map;

/**
 * Where the workbench keeps what it remembers, by the XDG base directory rules.
 *
 * @param state what it remembers: window, open files, unsaved texts
 * @param configuration what the user sets: themes
 * @param cache what can be had again: indexes
 */
public record Folders(Path state, Path configuration, Path cache) {
    /** Folders with the cache in that for what is remembered. */
    Folders(Path state, Path configuration) {
        this(state, configuration, state.resolve("cache"));
    }

    /** The folders that the environment names. */
    public static Folders of(Map<String, String> environment) {
        return new Folders(
                UserFolder.STATE.ours(environment),
                UserFolder.CONFIGURATION.ours(environment),
                UserFolder.CACHE.ours(environment));
    }

    /** The folder with the journals of unsaved texts. */
    public Path journals() {
        return state.resolve("journal");
    }

    /** Which trees the user trusts. */
    public TrustedTrees trustedTrees() {
        return new TrustedTrees(state.resolve(TrustedTrees.FILE));
    }

    /** Where builds have their folders. */
    public BuildStore buildStore() {
        return new BuildStore(state.resolve("builds"));
    }

    /** Where copies of the sample distros go. */
    public Path samples() {
        return state.resolve("samples");
    }

    /** The file with what the user has chosen. */
    public Path settings() {
        return configuration.resolve(SettingsStore.FILE);
    }

    /** The folder with the user's own themes. */
    public Path themes() {
        return configuration.resolve("themes");
    }
}
