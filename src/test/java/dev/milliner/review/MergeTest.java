package dev.milliner.review;

import static org.assertj.core.api.Assertions.assertThat;

import dev.milliner.distro.DistroLoader;
import dev.milliner.source.BufferTree;
import dev.milliner.source.ChangedFile;
import dev.milliner.source.DiskTree;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.TreeSet;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What two lines of history did that does not go together, told by what it means. */
class MergeTest {
    private static final String PROJECT = """
            includes = ["*.comp.toml"]
            [project]
            rendered-specs-dir = "specs"
            default-distro = { name = "d", version = "1" }
            [distros.d.versions.1]
            release-ver = "1"
            [distros.d.versions.1.default-component-config.build.defines]
            vendor = "one"
            [component-groups.core]
            components = ["a"]
            """;
    private static final String LIST = """
            [components.a]
            build.without = ["docs"]

            [components.b]
            build.with = ["x"]

            [components.c]

            """;

    @TempDir
    @SuppressWarnings("NullAway.Init")
    Path folder;

    private final DistroLoader loader = new DistroLoader(Map.of());
    private final Map<String, String> parting = new TreeMap<>();
    private final Map<String, String> ours = new TreeMap<>();
    private final Map<String, String> theirs = new TreeMap<>();

    @BeforeEach
    void begin() {
        parting.put("azldev.toml", PROJECT);
        parting.put("list.comp.toml", LIST);
        start();
    }

    private void start() {
        ours.clear();
        theirs.clear();
        ours.putAll(parting);
        theirs.putAll(parting);
    }

    private ReviewedState state(String words, Map<String, String> texts) {
        return new ReviewedState(words, loader.load(new BufferTree(new DiskTree(folder), texts)));
    }

    private List<ChangedFile> files(Map<String, String> side) {
        List<ChangedFile> files = new ArrayList<>();
        TreeSet<String> paths = new TreeSet<>(parting.keySet());
        paths.addAll(side.keySet());
        for (String path : paths) {
            String was = parting.getOrDefault(path, "");
            String is = side.getOrDefault(path, "");
            if (!was.equals(is)) {
                ChangedFile.How how = was.isEmpty()
                        ? ChangedFile.How.ADDED
                        : is.isEmpty() ? ChangedFile.How.REMOVED : ChangedFile.How.CHANGED;
                files.add(new ChangedFile(path, how, Optional.empty(), is));
            }
        }
        return files;
    }

    private Clashes clashes() {
        return Merge.of(
                state("parting", parting),
                state("topic", ours),
                state("main", theirs),
                files(ours),
                files(theirs),
                loader);
    }

    private static void edit(Map<String, String> side, String file, String from, String to) {
        String text = side.getOrDefault(file, "");
        assertThat(text).contains(from);
        side.put(file, text.replace(from, to));
    }

    @Test
    void nothingClashesWhereEachMovesSomethingElse() {
        edit(ours, "list.comp.toml", "\"docs\"", "\"docs\", \"tests\"");
        edit(theirs, "list.comp.toml", "\"x\"", "\"x\", \"y\"");
        assertThat(clashes().words()).isEqualTo("no clash: 1 definition moved there, none against this");
    }

    @Test
    void theSameValueSetOtherwiseIsOneAlsoInAnotherFile() {
        edit(ours, "list.comp.toml", "\"docs\"", "\"docs\", \"tests\"");
        edit(theirs, "list.comp.toml", "[components.a]\nbuild.without = [\"docs\"]\n", "");
        theirs.put("a.comp.toml", "\n[components.a]\nbuild.without = [\"guile\"]\n");
        assertThat(clashes().list()).singleElement().satisfies(clash -> {
            assertThat(clash.kind()).isEqualTo(Clash.Kind.SAME_VALUE);
            assertThat(clash.words())
                    .isEqualTo("a: build.without is docs, tests here and guile there, and was docs"
                            + " (here list.comp.toml:2, there a.comp.toml:3)");
        });
    }

    @Test
    void theSameMadeOnBothSidesIsNone() {
        edit(ours, "list.comp.toml", "\"docs\"", "\"tests\"");
        edit(theirs, "list.comp.toml", "\"docs\"", "\"tests\"");
        assertThat(clashes().list()).isEmpty();
    }

    @Test
    void aDefaultThatBothMoveIsToldOnce() {
        edit(ours, "azldev.toml", "vendor = \"one\"", "vendor = \"two\"");
        edit(theirs, "azldev.toml", "vendor = \"one\"", "vendor = \"three\"");
        List<Clash> list = clashes().list();
        assertThat(list).extracting(Clash::kind).contains(Clash.Kind.SAME_VALUE);
        assertThat(list.getFirst().names()).contains("a", "b", "c");
        assertThat(list).hasSizeLessThanOrEqualTo(2);
    }

    @Test
    void whatIsGoneThereAndChangedHereIsOne() {
        edit(ours, "list.comp.toml", "\"x\"", "\"y\"");
        edit(theirs, "list.comp.toml", "[components.b]\nbuild.with = [\"x\"]\n", "");
        assertThat(clashes().list()).anySatisfy(clash -> assertThat(clash.words())
                .isEqualTo("b: changed here, removed there (here list.comp.toml:5, there list.comp.toml:4)"));
    }

    @Test
    void aNameThatIsGoneThereAndUsedHereIsOne() {
        edit(ours, "azldev.toml", "components = [\"a\"]", "components = [\"a\", \"c\"]");
        edit(theirs, "list.comp.toml", "[components.c]\n", "");
        assertThat(clashes().list()).singleElement().satisfies(clash -> {
            assertThat(clash.kind()).isEqualTo(Clash.Kind.PROBLEM);
            assertThat(clash.names()).contains("c");
            assertThat(clash.words()).contains("here azldev.toml:10").contains("there list.comp.toml:7");
        });
    }

    @Test
    void bothCustomisingAComponentIsSaidBelowAllElse() {
        edit(ours, "list.comp.toml", "build.with = [\"x\"]", "build.with = [\"y\"]");
        edit(theirs, "list.comp.toml", "build.with = [\"x\"]\n", "build.with = [\"x\"]\nbuild.without = [\"z\"]\n");
        Clashes clashes = clashes();
        assertThat(clashes.areSerious()).isFalse();
        assertThat(clashes.words()).isEqualTo("1 component changed on both sides");
        assertThat(clashes.list().getFirst().words())
                .startsWith("b: both change it, here build.with, there build.without (here list.comp.toml:5, there");
    }

    @Test
    void anOverlayThatTheirsTookTheLineOfIsOne() {
        String spec = "Name: b\nVersion: 1\nRelease: 1\nSummary: b\nLicense: MIT\nEpoch: 3\n%description\nb\n";
        parting.put("b/b.spec", spec);
        edit(
                parting,
                "list.comp.toml",
                "[components.b]\n",
                "[components.b]\nspec = { type = \"local\", path = \"b/b.spec\" }\n");
        start();
        edit(ours, "list.comp.toml", "build.with = [\"x\"]\n", """
                build.with = ["x"]
                [[components.b.overlays]]
                type = "spec-update-tag"
                description = "ours"
                tag = "Epoch"
                value = "4"
                """);
        edit(theirs, "b/b.spec", "Epoch: 3\n", "");
        assertThat(clashes().list()).anySatisfy(clash -> {
            assertThat(clash.kind()).isEqualTo(Clash.Kind.OVERLAYS);
            assertThat(clash.names()).containsExactly("b");
            assertThat(clash.words()).contains("here list.comp.toml:7").endsWith("there b/b.spec:6)");
        });
    }

    /** The base has a component a second time; here nothing of that name changes. */
    @Test
    void bothPlacesAreThereAlsoWhereOneSideChangesNothingOfThatName() {
        ours.put("more.comp.toml", "[component-groups.more]\ncomponents = [\"d\"]\n");
        theirs.put("d.comp.toml", "[component-groups.more]\ncomponents = [\"b\"]\n");
        assertThat(clashes().list()).isNotEmpty().allSatisfy(clash -> {
            assertThat(ours).containsKey(clash.ours().file());
            assertThat(clash.ours().range().line()).isPositive();
            assertThat(theirs.containsKey(clash.theirs().file())
                            || parting.containsKey(clash.theirs().file()))
                    .isTrue();
            assertThat(clash.words()).contains("(here ", ", there ");
        });
    }

    @Test
    void everyDocumentSaysIt() {
        edit(ours, "list.comp.toml", "\"docs\"", "\"docs\", \"tests\"");
        edit(theirs, "list.comp.toml", "\"docs\"", "\"guile\"");
        Review review = Review.of(state("parting", parting), state("topic", ours), files(ours), loader)
                .with(clashes());
        Story story = Story.of(review);
        assertThat(story.glance()).contains("1 clash against main");
        assertThat(StoryText.of(story)).contains("here list.comp.toml:2, there list.comp.toml:2");
        assertThat(StoryMarkdown.of(story)).contains("<b>against main</b> 1 clash");
        assertThat(StoryHtml.of(story)).contains("against main");
    }
}
