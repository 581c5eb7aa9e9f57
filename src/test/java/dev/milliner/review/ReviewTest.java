package dev.milliner.review;

import static org.assertj.core.api.Assertions.assertThat;

import dev.milliner.distro.DistroLoader;
import dev.milliner.distro.Kind;
import dev.milliner.distro.ValueChange;
import dev.milliner.review.DefinitionChange.Added;
import dev.milliner.review.DefinitionChange.Changed;
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
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** What a review says of small changes. */
class ReviewTest {
    private static final String PROJECT = """
            includes = ["*.comp.toml"]
            [project]
            default-distro = { name = "d", version = "1" }
            [distros.d.versions.1]
            release-ver = "1"
            [distros.d.versions.1.default-component-config.build.defines]
            vendor = "one"
            [component-groups.core]
            components = ["a"]
            [component-groups.core.default-component-config.build]
            without = ["docs"]
            """;
    private static final String LIST = """
            # The list
            [components.a]
            [components.b]
            [components.c]
            [components.d]
            build.with = ["x", "y"]
            """;

    @TempDir
    @SuppressWarnings("NullAway.Init")
    Path folder;

    private final DistroLoader loader = new DistroLoader(Map.of());
    private final Map<String, String> before = new TreeMap<>();
    private final Map<String, String> after = new TreeMap<>();

    @BeforeEach
    void small() {
        before.put("azldev.toml", PROJECT);
        before.put("list.comp.toml", LIST);
        after.putAll(before);
    }

    private Review review() {
        List<ChangedFile> files = new ArrayList<>();
        TreeSet<String> paths = new TreeSet<>(before.keySet());
        paths.addAll(after.keySet());
        for (String path : paths) {
            String was = before.getOrDefault(path, "");
            String is = after.getOrDefault(path, "");
            if (!was.equals(is)) {
                ChangedFile.How how = was.isEmpty()
                        ? ChangedFile.How.ADDED
                        : is.isEmpty() ? ChangedFile.How.REMOVED : ChangedFile.How.CHANGED;
                files.add(new ChangedFile(path, how, Optional.empty(), is));
            }
        }
        return Review.of(state("before", before), state("after", after), files, loader);
    }

    private ReviewedState state(String words, Map<String, String> texts) {
        return new ReviewedState(words, loader.load(new BufferTree(new DiskTree(folder), texts)));
    }

    private void edit(String file, String from, String to) {
        String text = after.getOrDefault(file, "");
        assertThat(text).contains(from);
        after.put(file, text.replace(from, to));
    }

    private static List<String> without(Review review) {
        return review.files().stream()
                .flatMap(file -> file instanceof FileEffect.None none
                        ? Stream.of(none.file().path() + ": " + none.why().words())
                        : Stream.empty())
                .toList();
    }

    @Test
    void aDefaultIsOneEditWithItsReach() {
        edit("azldev.toml", "vendor = \"one\"", "vendor = \"two\"");
        Review review = review();
        assertThat(review.changed(Kind.COMPONENT).map(Changed::name)).containsExactly("a", "b", "c", "d");
        SharedEdit edit = review.shared().getFirst();
        assertThat(edit.names()).containsExactly("a", "b", "c", "d");
        assertThat(edit.layer()).contains("distro default");
        assertThat(edit.change().path()).isEqualTo("build.defines.vendor");
        assertThat(edit.change().edit()).hasValueSatisfying(place -> {
            assertThat(place.file()).isEqualTo("azldev.toml");
            assertThat(place.range().line()).isEqualTo(7);
        });
        assertThat(Story.of(review).glance())
                .isEqualTo(
                        "1 file: 4 components follow build.defines.vendor in azldev.toml:7; 1 distro changed; nothing else"
                                + " moves.");
    }

    @Test
    void commentsOrderAndMovesAreNothing() {
        edit("list.comp.toml", "# The list", "# The list of all");
        assertThat(without(review())).containsExactly("list.comp.toml: comments and layout");
        edit("list.comp.toml", "[components.b]\n[components.c]\n", "[components.c]\n[components.b]\n");
        assertThat(without(review())).containsExactly("list.comp.toml: order");
        edit("list.comp.toml", "[components.d]\nbuild.with = [\"x\", \"y\"]\n", "");
        after.put("d.comp.toml", "[components.d]\nbuild.with = [\"x\", \"y\"]\n");
        after.put("notes.txt", "Nobody reads this.\n");
        Review review = review();
        assertThat(without(review))
                .containsExactly("d.comp.toml: moved lines", "list.comp.toml: moved lines", "notes.txt: not read");
        assertThat(review.isWithoutEffect()).isTrue();
        assertThat(Story.of(review).glance())
                .isEqualTo(
                        "3 files: nothing moves. No resolved value, no prepared source and no image description differs.");
    }

    @Test
    @Timeout(value = 20, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
    void aFileFromOutsideOfTheTreeIsOneAmongOthers() {
        after.put("/elsewhere/settings.toml", "theme = \"dark\"\n");
        assertThat(without(review())).containsExactly("/elsewhere/settings.toml: not read");
    }

    @Test
    void whoJoinsAGroupFollowsTheLineThatListsIt() {
        edit("azldev.toml", "components = [\"a\"]", "components = [\n\"a\",\n\"b\"]");
        Review review = review();
        Changed b = review.changed(Kind.COMPONENT).findFirst().orElseThrow();
        assertThat(b.name()).isEqualTo("b");
        assertThat(b.values().getFirst().path()).isEqualTo("build.without");
        assertThat(b.values().getFirst().edit().orElseThrow().range().line()).isEqualTo(11);
        assertThat(review.changed(Kind.COMPONENT_GROUP)
                        .findFirst()
                        .orElseThrow()
                        .members())
                .isEqualTo(new Members(List.of("b"), List.of()));
    }

    @Test
    void specsThatAreRenderedElsewhereAreTold() {
        edit("azldev.toml", "[project]\n", "[project]\nrendered-specs-dir = \"rendered\"\n");
        Review review = review();
        assertThat(review.changed(Kind.COMPONENT)
                        .map(change -> change.values().getFirst().path()))
                .containsExactly("renderedSpecDir", "renderedSpecDir", "renderedSpecDir", "renderedSpecDir");
        assertThat(review.project()).extracting(ValueChange::path).containsExactly("project.rendered-specs-dir");
    }

    @Test
    void aRenameIsOne() {
        edit("list.comp.toml", "[components.d]\n", "[components.e]\nspec.upstream-name = \"d\"\n");
        Review review = review();
        assertThat(review.of(Kind.COMPONENT).filter(Added.class::isInstance).map(change -> ((Added) change)
                        .renamedFrom()))
                .containsExactly(Optional.of("d"));
        assertThat(Story.of(review).glance()).contains("1 component renamed").doesNotContain("removed");
    }

    @Test
    void whatAnUnchangedFileBringsIsTheEffectOfTheOneThatReadsIt() {
        before.put("more.toml", "[components.z]\n");
        after.put("more.toml", "[components.z]\n");
        edit("azldev.toml", "includes = [\"*.comp.toml\"]", "includes = [\"*.comp.toml\", \"more.toml\"]");
        Review review = review();
        assertThat(review.files()).singleElement().satisfies(file -> assertThat(file.words())
                .isEqualTo("adds 1 component"));
    }

    @Test
    void aProblemThatOnlyMovesIsNone() {
        edit("list.comp.toml", "[components.d]\n", "[components.d]\nhat = 1\n");
        Review introduced = review();
        assertThat(introduced.problems().introduced()).hasSize(1);
        assertThat(introduced.problems().solved()).isEmpty();
        before.putAll(after);
        edit("list.comp.toml", "# The list", "# The list\n# in order");
        assertThat(review().problems()).isEqualTo(new ProblemChanges(List.of(), List.of()));
    }

    @Test
    void whatKiwiWouldRefuseIsAProblemToo() {
        before.put("azldev.toml", PROJECT + "\n[images.box]\ndefinition = { type = \"kiwi\", path = \"box.kiwi\" }\n");
        before.put("box.kiwi", "<image schemaversion=\"8.0\" name=\"box\"></image>\n");
        after.putAll(before);
        edit("box.kiwi", "name=", "nam=");
        assertThat(review().problems().introduced())
                .extracting(problem -> problem.place().file())
                .contains("box.kiwi");
        assertThat(review().problems().introducesErrors()).isTrue();
    }

    @Test
    void overlaysAreLinedUp() {
        String overlay = """
                [[components.a.overlays]]
                type = "spec-set-tag"
                description = "%s"
                tag = "%s"
                value = "%s"
                """;
        before.put("a.toml", overlay.formatted("why", "Epoch", "1") + overlay.formatted("why", "Packager", "me"));
        after.put(
                "a.toml",
                overlay.formatted("because", "Epoch", "1")
                        + overlay.formatted("", "Vendor", "us")
                        + overlay.formatted("why", "Packager", "you"));
        edit("list.comp.toml", "[components.a]\n", "");
        before.put("list.comp.toml", after.getOrDefault("list.comp.toml", ""));
        edit("azldev.toml", "includes = [\"*.comp.toml\"]", "includes = [\"*.comp.toml\", \"a.toml\"]");
        before.put("azldev.toml", after.getOrDefault("azldev.toml", ""));
        Review review = review();
        List<OverlayChange> changes =
                Review.overlays(review.changed(Kind.COMPONENT).findFirst().orElseThrow());
        assertThat(changes).extracting(OverlayChange::word).containsExactly("changed", "added", "changed");
        assertThat(changes).extracting(OverlayChange::index).containsExactly(1, 2, 3);
        assertThat(changes.getFirst())
                .isInstanceOfSatisfying(OverlayChange.Changed.class, one -> assertThat(one.isOfReasonOnly())
                        .isTrue());
        assertThat(Story.of(review).glance())
                .contains("1 overlay added", "2 overlays changed", "1 overlay without a reason");
    }

    @Test
    void whatMaintainersWriteCannotBreakTheDocuments() {
        edit("list.comp.toml", "\"y\"]", "\"<script>`|\\n```\"]");
        Story story = Story.of(review());
        assertThat(StoryHtml.of(story)).doesNotContain("<script>").contains("&lt;script&gt;");
        assertThat(StoryMarkdown.of(story)).contains("\\<script\\>\\`\\|");
    }
}
