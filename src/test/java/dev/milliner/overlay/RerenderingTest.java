package dev.milliner.overlay;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.milliner.MemoryFolder;
import dev.milliner.distro.Overlay;
import dev.milliner.text.Place;
import dev.milliner.text.TextRange;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;

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

    /** As the kernel of Azure Linux has it: what stood there before is not known, nor need it be. */
    @Test
    void anotherTextForWhatTheSameExpressionFindsIsKnown() throws Exception {
        Sources upstream = Sources.EMPTY.with(
                "k.spec",
                SourceFile.of(
                        "%define version 6.17\n%define tarfile %{version}\nName: k\nVersion: %{version}\n%build\nmake\n"));
        Overlay version = replace("%define version .+", "%define version 6.18.5");
        Overlay tarfile = replace("%define tarfile .+", "%define tarfile %{version}.1");
        assertThat(anew(upstream, List.of(version, tarfile), replace("%define version .+", "%define version 6.18.6")))
                .isEqualTo(
                        "%define version 6.18.6\n%define tarfile %{version}.1\nName: k\nVersion: %{version}\n%build\nmake\n");
        // The second would find what the first puts in.
        assertThatThrownBy(() -> anew(
                        upstream, List.of(version, tarfile), replace("%define version .+", "%define tarfile 6.18.6")))
                .isInstanceOf(OverlayException.class)
                .hasMessageContaining("can't be told");
        // A reference to a group is none.
        assertThat(anew(upstream, List.of(version), replace("%define version .+", "%define version $1")))
                .startsWith("%define version $1\n");
        // The text stands where the expression does not look.
        assertThatThrownBy(
                        () -> anew(upstream, List.of(replace("^make$", "%{version}")), replace("^make$", "make all")))
                .isInstanceOf(OverlayException.class)
                .hasMessageContaining("can't be told");
    }

    /** What an overlay that stays took away is not there to be found by another one before it. */
    @Test
    void whatAnotherOverlayHidIsNotGuessed() {
        Overlay pic = replace("liblapack_p.c.a", "liblapack.a");
        refuses("ar x liblapack_pic.a\n", List.of(pic), List.of(replace("liblapack\\.a", "Q"), pic));
        Overlay first = replace("A=1", "B=1");
        Overlay second = replace("B=1", "B=2");
        refuses("A=1\nB=1\n", List.of(first, second), List.of(second, first));
        Overlay clean = replace("make USE=no.*", "make clean");
        refuses(
                "USE=yes\nmake USE=yes\n",
                List.of(replace("USE=yes", "USE=no"), clean),
                List.of(replace("USE=yes", "USE=maybe"), clean));
    }

    private static void refuses(String spec, List<Overlay> overlays, List<Overlay> now) {
        assertThatThrownBy(() -> {
                    Sources upstream = Sources.EMPTY.with("k.spec", SourceFile.of(spec));
                    SourceReader none = path -> Optional.empty();
                    Sources rendered = SourcePreparation.apply(recipe(overlays), upstream, none)
                            .result();
                    Rerendering.of(recipe(overlays), recipe(now), rendered, none, none);
                })
                .isInstanceOf(OverlayException.class)
                .hasMessageContaining("fetch the upstream sources");
    }

    /** Else it would seem that nothing of what the overlay adds is left. */
    @Test
    void aFileThatIsTakenBackAndAddedAgainIsItsOverlays() throws Exception {
        Sources upstream = Sources.EMPTY.with("k.spec", SourceFile.of("%define version 6.17\n"));
        Overlay note = overlay("file-add", "note.txt", "", "", "/note.txt");
        Recipe before = recipe(List.of(replace("%define version .+", "%define version 1"), note));
        Recipe after = recipe(List.of(replace("%define version .+", "%define version 2"), note));
        SourceReader reader = path -> Optional.of("read me\n".getBytes(StandardCharsets.UTF_8));
        Sources rendered = SourcePreparation.apply(before, upstream, reader).result();
        Blame blame =
                Blame.of(Rerendering.of(before, after, rendered, reader, reader).application());
        assertThat(blame.touched()).contains("note.txt");
        assertThat(blame.owners("note.txt")).containsOnly(3);
    }

    private static Recipe recipe(List<Overlay> overlays) {
        return new Recipe("k", overlays, BuildOptions.NONE, JsonNodeFactory.instance.arrayNode());
    }

    /** The spec rendered anew with another overlay in the place of the first. */
    private static String anew(Sources upstream, List<Overlay> overlays, Overlay first) throws OverlayException {
        List<Overlay> now = new ArrayList<>(overlays);
        now.set(0, first);
        Recipe before = recipe(overlays);
        Recipe after = recipe(now);
        SourceReader none = path -> Optional.empty();
        Sources rendered = SourcePreparation.apply(before, upstream, none).result();
        OverlayApplication anew =
                Rerendering.of(before, after, rendered, none, none).application();
        assertThat(anew.result())
                .isEqualTo(SourcePreparation.apply(after, upstream, none).result());
        String text = anew.result().file("k.spec").orElseThrow().text();
        return text.substring(text.indexOf("%define"));
    }

    private static Overlay replace(String regex, String replacement) {
        return overlay("spec-search-replace", "", regex, replacement, "");
    }

    private static Overlay overlay(String type, String file, String regex, String replacement, String source) {
        Place place = new Place("k.comp.toml", TextRange.START);
        return new Overlay(
                type, "", file, "", "", "", "", "", regex, replacement, List.of(), source, Optional.empty(), place, "");
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

    /** One that replaces what it finds by something else. */
    private Overlay reworded(Overlay one) {
        String to =
                switch (random.nextInt(4)) {
                    case 0 -> one.replacement() + "2";
                    case 1 -> "other";
                    case 2 -> one.replacement().replaceFirst("\\d", "9");
                    default -> one.regex().replaceAll("[^\\w %:.-]", "");
                };
        return one.replacement().isEmpty() || one.regex().isEmpty() ? one : replacing(one, to);
    }

    private static Overlay replacing(Overlay one, String replacement) {
        return new Overlay(
                one.type(),
                one.description(),
                one.file(),
                one.archive(),
                one.section(),
                one.packageName(),
                one.tag(),
                one.value(),
                one.regex(),
                replacement,
                one.lines(),
                one.source(),
                one.metadata(),
                one.place(),
                one.layer());
    }

    /** Some overlays left out, two of them changed places now and then, and the build options left out now and then. */
    private Recipe changed(Recipe recipe) {
        List<Overlay> overlays = new ArrayList<>(recipe.overlays());
        overlays.removeIf(one -> random.nextInt(4) == 0);
        overlays.replaceAll(one -> random.nextInt(3) == 0 ? reworded(one) : one);
        if (overlays.size() > 1 && random.nextInt(4) == 0) {
            overlays.addFirst(overlays.removeLast());
        }
        BuildOptions options = random.nextInt(4) == 0 ? BuildOptions.NONE : recipe.options();
        return new Recipe(recipe.name(), overlays, options, recipe.sourceFiles());
    }
}
