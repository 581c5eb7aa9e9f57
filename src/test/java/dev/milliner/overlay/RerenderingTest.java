package dev.milliner.overlay;

import static org.assertj.core.api.Assertions.assertThat;

import dev.milliner.MemoryFolder;
import dev.milliner.distro.Overlay;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

/**
 * A rendered spec with what changed since, held against what the same recipe makes of upstream's sources: the same to the
 * byte, or refused where it can't be known; never something else.
 */
class RerenderingTest {
    private static final long SEED = Long.getLong("milliner.seed", 20261129);
    private static final int CHANGES_OF_EACH = Integer.getInteger("milliner.changes", 4);

    @TempDir(factory = MemoryFolder.class)
    Path folder;

    private final Random random = new Random(SEED);
    private final List<String> wrong = new ArrayList<>();
    private int same;
    private int refused;

    @Test
    void whatIsAddedAtTheEndIsExact() throws Exception {
        OverlayCases cases = OverlayCases.unpack(folder);
        for (Map.Entry<String, JsonNode> one : cases.expected().properties()) {
            Recipe recipe = cases.recipe(one.getKey());
            for (int kept = 0; kept < recipe.overlays().size(); kept++) {
                compare(cases, one.getKey(), with(recipe, recipe.overlays().subList(0, kept)), recipe);
            }
        }
        assertThat(wrong).isEmpty();
        assertThat(refused).as("refused; " + same + " were the same").isZero();
        assertThat(same).isGreaterThan(500);
    }

    @Test
    void anyOtherChangeIsExactOrRefused() throws Exception {
        OverlayCases cases = OverlayCases.unpack(folder);
        for (Map.Entry<String, JsonNode> one : cases.expected().properties()) {
            Recipe recipe = cases.recipe(one.getKey());
            for (int i = 0; i < CHANGES_OF_EACH; i++) {
                compare(cases, one.getKey(), changed(recipe), changed(recipe));
            }
        }
        System.out.println("rendered anew: " + same + " the same, " + refused + " refused, " + wrong.size() + " wrong");
        assertThat(wrong).isEmpty();
        assertThat(same).isGreaterThan(500);
    }

    private void compare(OverlayCases cases, String name, Recipe before, Recipe after) throws Exception {
        OverlayApplication rendered = SourcePreparation.apply(before, cases.sources(name), cases.reader());
        OverlayApplication wanted = SourcePreparation.apply(after, cases.sources(name), cases.reader());
        if (!rendered.succeeded() || !wanted.succeeded()) {
            return;
        }
        try {
            OverlayApplication anew = Rerendering.of(before, after, rendered.result(), cases.reader(), cases.reader())
                    .application();
            if (anew.succeeded() && anew.result().equals(wanted.result())) {
                same++;
            } else {
                wrong.add(name + ": from " + kinds(before) + " to " + kinds(after));
            }
        } catch (OverlayException unknown) {
            refused++;
        }
    }

    private static List<String> kinds(Recipe recipe) {
        return recipe.overlays().stream().map(Overlay::type).toList();
    }

    private static Recipe with(Recipe recipe, List<Overlay> overlays) {
        return new Recipe(recipe.name(), overlays, recipe.options(), recipe.sourceFiles());
    }

    /** Some overlays left out, two of them changed places now and then, and the build options left out now and then. */
    private Recipe changed(Recipe recipe) {
        List<Overlay> overlays = new ArrayList<>(recipe.overlays());
        overlays.removeIf(one -> random.nextInt(4) == 0);
        if (overlays.size() > 1 && random.nextInt(4) == 0) {
            overlays.addFirst(overlays.removeLast());
        }
        BuildOptions options = random.nextInt(4) == 0 ? BuildOptions.NONE : recipe.options();
        return new Recipe(recipe.name(), overlays, options, recipe.sourceFiles());
    }
}
