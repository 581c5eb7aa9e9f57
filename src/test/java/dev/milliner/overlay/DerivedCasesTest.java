package dev.milliner.overlay;

import static org.assertj.core.api.Assertions.assertThat;

import dev.milliner.MemoryFolder;
import dev.milliner.distro.Overlay;
import dev.milliner.overlay.derive.Derivation;
import dev.milliner.overlay.derive.Derived;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

/** From the sources and what azldev made of them alone: overlays that make the same of them, no more than people wrote plus one. */
class DerivedCasesTest {
    private static final double FEW_ENOUGH = 0.95;

    @TempDir(factory = MemoryFolder.class)
    Path folder;

    private final Map<String, int[]> kinds = new TreeMap<>();
    private final List<String> inexact = new ArrayList<>();
    private final List<String> lengthy = new ArrayList<>();
    private final List<Long> nanos = new ArrayList<>();
    private int cases;

    @Test
    void everyCaseIsReachedByFewOverlays() throws Exception {
        OverlayCases all = OverlayCases.unpack(folder);
        for (Map.Entry<String, JsonNode> one : all.expected().properties()) {
            Recipe recipe = all.recipe(one.getKey());
            if (one.getValue().get("ok").asBoolean() && !isScopedToArchive(recipe)) {
                derive(all, one.getKey(), recipe);
            }
        }
        kinds.forEach(
                (kind, counts) -> System.out.printf("%-22s people %4d, derived %4d%n", kind, counts[0], counts[1]));
        nanos.sort(null);
        System.out.printf(
                "derived of %d cases: %d exact, %d with more overlays than people's plus one; p50 %.1f ms, p95 %.1f ms%n",
                cases,
                cases - inexact.size(),
                lengthy.size(),
                nanos.get(nanos.size() / 2) / 1e6,
                nanos.get(nanos.size() * 95 / 100) / 1e6);
        assertThat(cases).isGreaterThan(300);
        assertThat(inexact).isEmpty();
        assertThat(lengthy.size()).isLessThanOrEqualTo((int) (cases * (1 - FEW_ENOUGH)));
    }

    private static boolean isScopedToArchive(Recipe recipe) {
        return recipe.overlays().stream().anyMatch(overlay -> !overlay.archive().isEmpty());
    }

    private void derive(OverlayCases all, String name, Recipe recipe) throws Exception {
        cases++;
        Sources original = all.sources(name);
        Sources before = SourceFrame.begun(recipe, original);
        Sources after = SourceFrame.unfinished(recipe, made(all.root(), name, original));
        long start = System.nanoTime();
        Derived derived = Derivation.between(recipe.specName(), before, after);
        nanos.add(System.nanoTime() - start);
        if (!derived.exact() || !derived.result().equals(after)) {
            inexact.add(name + ": " + derived.changes() + " leave "
                    + derived.rest().stream()
                            .map(change -> change.file() + change.hunks())
                            .toList() + " of " + changes(recipe));
        }
        if (derived.changes().size() > recipe.overlays().size() + 1) {
            lengthy.add(name + " people: " + changes(recipe) + "\n  derived: " + derived.changes());
        }
        for (Overlay overlay : recipe.overlays()) {
            kinds.computeIfAbsent(Change.of(overlay).getClass().getSimpleName(), kind -> new int[2])[0]++;
        }
        for (Change change : derived.changes()) {
            kinds.computeIfAbsent(change.getClass().getSimpleName(), kind -> new int[2])[1]++;
        }
    }

    private static List<Change> changes(Recipe recipe) throws OverlayException {
        List<Change> changes = new ArrayList<>();
        for (Overlay overlay : recipe.overlays()) {
            changes.add(Change.of(overlay));
        }
        return changes;
    }

    /** What azldev made; its archive kept no permissions. */
    private static Sources made(Path root, String name, Sources original) throws IOException {
        Path result = root.resolve("result").resolve(name);
        TreeMap<String, SourceFile> files = new TreeMap<>();
        try (Stream<Path> walk = Files.walk(result)) {
            for (Path file : walk.filter(Files::isRegularFile).toList()) {
                String path = result.relativize(file).toString();
                int mode = original.file(path).map(SourceFile::mode).orElse(0644);
                files.put(path, new SourceFile(Files.readAllBytes(file), mode));
            }
        }
        return new Sources(files, original.folders());
    }
}
