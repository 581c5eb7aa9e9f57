package dev.milliner.build.koji;

import dev.milliner.build.run.BuildListener;

/** Hears what happens in a build on a farm. Called from the build's threads, one call at a time; it must not block. */
@FunctionalInterface
public interface KojiListener extends BuildListener {
    /**
     * Something happened that only builds on a farm know. It stands in the log as well.
     *
     * @param event what
     */
    default void onFarm(KojiEvent event) {}
}
