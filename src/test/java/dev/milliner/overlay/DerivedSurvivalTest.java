package dev.milliner.overlay;

import static org.assertj.core.api.Assertions.assertThat;

import dev.milliner.MemoryFolder;
import dev.milliner.distro.Overlay;
import dev.milliner.overlay.derive.Derivation;
import dev.milliner.spec.Spec;
import dev.milliner.spec.SpecLine;
import dev.milliner.spec.SpecRead;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

/**
 * Upstream goes on: versions, releases, change logs, one more dependency, other comments. Derived overlays still apply, and
 * change as many lines as before, at least as often as those that people wrote.
 */
class DerivedSurvivalTest {
    private static final long SEED = Long.getLong("milliner.seed", 20261129);
    private static final int VERSIONS = Integer.getInteger("milliner.versions", 3);

    @TempDir(factory = MemoryFolder.class)
    Path folder;

    private final Random random = new Random(SEED);
    private int tried;
    private int ofPeople;
    private int ofOurs;

    @Test
    void derivedOverlaysLiveOnAtLeastAsOften() throws Exception {
        OverlayCases cases = OverlayCases.unpack(folder);
        for (Map.Entry<String, JsonNode> one : cases.expected().properties()) {
            Recipe recipe = cases.recipe(one.getKey());
            boolean archives = recipe.overlays().stream()
                    .anyMatch(overlay -> !overlay.archive().isEmpty());
            if (one.getValue().get("ok").asBoolean() && !archives) {
                compare(cases, one.getKey(), recipe);
            }
        }
        System.out.printf(
                "survival, seed %d: of %d new versions people's overlays live through %d, derived ones through %d%n",
                SEED, tried, ofPeople, ofOurs);
        assertThat(ofOurs).isGreaterThanOrEqualTo(ofPeople);
    }

    private void compare(OverlayCases cases, String name, Recipe recipe) throws Exception {
        Sources before = SourceFrame.begun(recipe, cases.sources(name));
        List<Change> people = new ArrayList<>();
        for (Overlay overlay : recipe.overlays()) {
            people.add(Change.of(overlay));
        }
        Applier applier = new Applier(recipe.specName(), cases.reader());
        Sources after = applied(applier, people, before);
        List<Change> ours = Derivation.between(recipe.specName(), before, after).changes();
        Applier own = new Applier(recipe.specName(), path -> after.file(path).map(SourceFile::bytes));
        int size = size(before, after);
        for (int i = 0; i < VERSIONS; i++) {
            Sources next = next(before, recipe.specName());
            tried++;
            ofPeople += livesOn(applier, people, next, size) ? 1 : 0;
            ofOurs += livesOn(own, ours, next, size) ? 1 : 0;
        }
    }

    private static Sources applied(Applier applier, List<Change> changes, Sources before) throws OverlayException {
        Sources now = before;
        for (Change change : changes) {
            now = applier.apply(change, now);
        }
        return now;
    }

    private static boolean livesOn(Applier applier, List<Change> changes, Sources next, int size) {
        try {
            return size(next, applied(applier, changes, next)) == size;
        } catch (OverlayException gone) {
            return false;
        }
    }

    private static int size(Sources before, Sources after) {
        return FileChange.between(before, after).stream()
                .mapToInt(change -> change.added() + change.removed())
                .sum();
    }

    /** What upstream commonly does from one version to the next. */
    private Sources next(Sources before, String specName) throws Exception {
        SourceFile file = before.file(specName).orElseThrow();
        List<String> lines = new ArrayList<>();
        for (SpecRead read : file.spec().read()) {
            lines.add(next(read));
            if (read.line() instanceof SpecLine.Tag tag
                    && tag.name().equalsIgnoreCase("BuildRequires")
                    && random.nextInt(8) == 0) {
                lines.add("BuildRequires:  upstream-needs-" + random.nextInt(100));
            }
        }
        return before.with(specName, file.withText(new Spec(lines).text()));
    }

    private String next(SpecRead read) {
        String text = read.text();
        if (read.line() instanceof SpecLine.Tag tag
                && (tag.name().equalsIgnoreCase("Version") || tag.name().equalsIgnoreCase("Release"))) {
            return tag.name() + ":        " + random.nextInt(100) + "." + random.nextInt(10);
        }
        if (text.startsWith("#") && random.nextInt(4) == 0) {
            return "# " + random.nextInt(1000) + " said otherwise";
        }
        return text.startsWith("* ") && random.nextInt(3) == 0 ? text + " anew" : text;
    }
}
