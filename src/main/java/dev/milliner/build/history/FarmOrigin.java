package dev.milliner.build.history;

import dev.milliner.distro.Distro;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What a build on a farm is made of.
 *
 * @param root the distro's root folder, or empty where the task is somebody else's
 * @param level what packages are compiled for as far as the request says, such as {@code v3}; else empty
 * @param commit the commit that is built, where it is known
 * @param changes what the definitions differ in from that commit, as a unified difference
 */
public record FarmOrigin(String root, String level, Optional<String> commit, String changes) {
    /** For a task that somebody else made. */
    public static final FarmOrigin UNKNOWN = new FarmOrigin("", "", Optional.empty(), "");

    private static final Pattern COMMIT = Pattern.compile(".*#([0-9a-f]{7,40})");
    private static final Pattern LEVEL = Pattern.compile("x86_64_(v[234])");

    /** The tree as it is on the screen or the disk, built for these architectures. */
    public static FarmOrigin ofTree(Distro distro, List<String> architectures) {
        TreeState state = TreeState.of(distro);
        return new FarmOrigin(distro.tree().root().toString(), level(architectures), state.commit(), state.changes());
    }

    /**
     * What a source names, as Koji writes it: {@code git+https://host/path#commit}.
     *
     * @param root the distro's root folder, or empty where none is at hand
     */
    public static FarmOrigin ofSource(String root, String url, List<String> architectures) {
        return new FarmOrigin(root, level(architectures), commit(url), "");
    }

    /** The commit that a source names by its number; a branch is none. */
    public static Optional<String> commit(String url) {
        Matcher commit = COMMIT.matcher(url);
        return commit.matches() ? Optional.of(commit.group(1)) : Optional.empty();
    }

    /** The level that the architectures name. */
    public static String level(List<String> architectures) {
        return architectures.stream()
                .map(LEVEL::matcher)
                .filter(Matcher::matches)
                .map(level -> level.group(1))
                .findFirst()
                .orElse("");
    }
}
