package dev.milliner.build.history;

import dev.milliner.build.run.BuildFolder;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/**
 * What is remembered of a build.
 *
 * @param id the build's name, also its folder's
 * @param target the name of what was built
 * @param kind {@code image} or {@code component}
 * @param engine who built it
 * @param level what packages were compiled for, such as {@code v3}
 * @param root the distro's root folder
 * @param commit the commit that its tree stood on, where it lies in a repository
 * @param changes what the definitions differed in from that commit, saved or not, as a unified difference
 * @param started when it began
 * @param duration how long it took; until now while it runs
 * @param state how it stands
 * @param pinned whether it is kept whatever else goes
 * @param folder the build's folder
 * @param packages how many packages it made or put into the image
 * @param size the size of its artifacts, in bytes
 * @param farm its task, where a farm builds it
 */
public record BuildRecord(
        String id,
        String target,
        String kind,
        String engine,
        String level,
        String root,
        Optional<String> commit,
        String changes,
        Instant started,
        Duration duration,
        BuildState state,
        boolean pinned,
        Path folder,
        int packages,
        long size,
        Optional<FarmTask> farm) {

    /** The first letters of the commit, as people quote it. */
    public Optional<String> shortCommit(int length) {
        return commit.map(whole -> whole.substring(0, Math.min(length, whole.length())));
    }

    /** The whole log. */
    public Path log() {
        return folder.resolve("build.log");
    }

    /** The list of the image's files; there only where an image was built. */
    public Path files() {
        return folder.resolve(BuildFolder.FILES);
    }
}
