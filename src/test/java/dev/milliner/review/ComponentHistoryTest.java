package dev.milliner.review;

import static org.assertj.core.api.Assertions.assertThat;

import dev.milliner.distro.Component;
import dev.milliner.distro.Distro;
import dev.milliner.distro.DistroLoader;
import dev.milliner.distro.ValueComparison;
import dev.milliner.source.CommitHistory;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a component was over time, found without resolving all others, is what comes of resolving every commit whole. */
class ComponentHistoryTest {
    private static final List<String> NAMES =
            List.of("gdb", "bash", "kernel", "gnulib", "glibc", "golang-cloud-google", "SDL3_image", "anaconda");

    @TempDir
    Path folder;

    private final Map<String, List<String>> expected = new TreeMap<>();

    @Test
    void itIsTheHistoryOfTheWholeDistro() throws Exception {
        Path root = AzureLinuxHistory.in(folder).root();
        NAMES.forEach(name -> expected.put(name, new ArrayList<>()));
        try (CommitHistory commits = CommitHistory.open(root).orElseThrow()) {
            String head = commits.head().orElseThrow();
            resolveEach(commits, commits.line(head));
            for (String name : NAMES) {
                ComponentHistory history = ComponentHistory.of(commits, head, name, Integer.MAX_VALUE);
                assertThat(history.whole()).isTrue();
                assertThat(history.entries())
                        .as(name)
                        .extracting(entry -> entry.commit().commit())
                        .containsExactlyElementsOf(expected.get(name));
            }
        }
        assertThat(expected.get("gdb")).hasSizeGreaterThan(5);
        assertThat(expected.get("SDL3_image")).hasSizeGreaterThan(2);
    }

    private void resolveEach(CommitHistory commits, List<String> line) throws Exception {
        DistroLoader loader = new DistroLoader(Map.of());
        Distro now = loader.load(commits.tree(line.getFirst()));
        for (int at = 0; at < line.size(); at++) {
            Optional<Distro> then =
                    at + 1 < line.size() ? Optional.of(loader.load(commits.tree(line.get(at + 1)))) : Optional.empty();
            for (String name : NAMES) {
                Component before =
                        then.map(distro -> distro.components().get(name)).orElse(null);
                if (differ(before, now.components().get(name))) {
                    expected.computeIfAbsent(name, none -> new ArrayList<>()).add(line.get(at));
                }
            }
            now = then.orElse(now);
        }
    }

    private static boolean differ(@Nullable Component before, @Nullable Component after) {
        return (before == null || after == null)
                ? before != after
                : !new ValueComparison().of(before, after).isEmpty();
    }
}
