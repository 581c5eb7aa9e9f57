package dev.milliner.solve.worker;

import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What a root will be made of, which modules require: its release package says so. */
final class Platform {
    private static final Pattern PROVIDED = Pattern.compile("base-module\\((.+:.+)\\)");

    private final PackagePool pool;

    Platform(PackagePool pool) {
        this.pool = pool;
    }

    /** As {@code platform:f41}; none where no release package says it, or several say different things. */
    Optional<String> find(List<String> exclude) {
        Set<Integer> releases = new LinkedHashSet<>(pool.providing(pool.text("system-release")));
        Subject all = new Subject(pool, Set.of());
        exclude.forEach(name -> releases.removeAll(all.named(name).packages()));
        Map<String, Integer> latest = new HashMap<>();
        for (int release : releases) {
            int original = pool.installed().original(release);
            latest.merge(
                    pool.solvables().name(original),
                    original,
                    (one, other) -> pool.facts(one)
                                            .nevra()
                                            .version()
                                            .compareTo(pool.facts(other).nevra().version())
                                    >= 0
                            ? one
                            : other);
        }
        Set<String> found = new HashSet<>();
        for (int release : latest.values()) {
            for (int provided : pool.solvables().ids(release, "solvable:provides")) {
                Matcher matcher = PROVIDED.matcher(pool.solvables().capability(provided));
                if (matcher.matches()) {
                    found.add(matcher.group(1));
                }
            }
        }
        return found.size() == 1 ? found.stream().findAny() : Optional.empty();
    }
}
