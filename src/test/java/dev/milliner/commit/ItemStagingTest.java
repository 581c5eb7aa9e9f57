package dev.milliner.commit;

import static org.assertj.core.api.Assertions.assertThat;

import dev.milliner.distro.DistroLoader;
import dev.milliner.review.Chapter;
import dev.milliner.review.Review;
import dev.milliner.review.ReviewedState;
import dev.milliner.review.Story;
import dev.milliner.source.ChangedFiles;
import dev.milliner.source.CommitTree;
import dev.milliner.source.DiskTree;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** An item of a review is staged with what it stands in, and the message says what is staged alone. */
class ItemStagingTest {
    @TempDir
    @SuppressWarnings("NullAway.Init")
    Path folder;

    private final DistroLoader loader = new DistroLoader(Map.of());

    @SuppressWarnings("NullAway.Init")
    private GitFolder git;

    @BeforeEach
    void begin() throws Exception {
        git = GitFolder.begin(folder);
        git.write("distro/azldev.toml", "includes = [\"*.comp.toml\"]\n[project]\ndescription = \"d\"\n");
        git.write("distro/list.comp.toml", """
                [components.a]
                build.without = ["docs"]

                # between

                [components.b]
                build.with = ["x"]

                # between

                [components.c]
                build.with = ["y"]
                """);
        git.commitAll("a: Set it up");
        git.write("distro/list.comp.toml", """
                [components.a]
                build.without = ["docs", "tests"]

                # between

                [components.b]

                # between

                [components.c]
                build.with = ["y"]
                """);
        git.write("distro/new.comp.toml", "[components.d]\n");
    }

    private Path root() {
        return git.root().resolve("distro");
    }

    private List<Chapter> items() throws Exception {
        try (CommitTree head = CommitTree.open(root(), "HEAD")) {
            DiskTree disk = new DiskTree(root());
            Review review = Review.of(
                    new ReviewedState("HEAD", loader.load(head)),
                    ReviewedState.ofWorkingTree(loader.load(disk)),
                    ChangedFiles.between(head, disk, Set.of()),
                    loader);
            return Story.of(review).chapters();
        }
    }

    private Chapter item(String title) throws Exception {
        return items().stream()
                .filter(chapter -> chapter.title().equals(title))
                .findFirst()
                .orElseThrow();
    }

    private int stage(String title, boolean isStaged) throws Exception {
        try (WorkRepository repository = WorkRepository.open(root())) {
            return new ItemStaging(repository, new Staging(repository).files()).stage(item(title), isStaged);
        }
    }

    @Test
    void itsHunksAloneAreStaged() throws Exception {
        assertThat(stage("a", true)).isEqualTo(1);
        assertThat(git.git("diff", "--cached", "-U0"))
                .contains("+build.without = [\"docs\", \"tests\"]")
                .doesNotContain("-build.with ");
        assertThat(message()).isEqualTo("a: Change build.without");
        assertThat(stage("b", true)).isEqualTo(1);
        assertThat(git.git("diff", "--cached")).contains("-build.with = [\"x\"]");
        assertThat(stage("a", false)).isEqualTo(1);
        assertThat(git.git("diff", "--cached", "-U0")).doesNotContain("tests").contains("-build.with = [\"x\"]");
    }

    @Test
    void aNewFileIsStagedWithTheComponentsInIt() throws Exception {
        assertThat(stage("1 component", true)).isEqualTo(1);
        assertThat(git.git("diff", "--cached", "--name-status")).isEqualTo("A\tdistro/new.comp.toml\n");
        assertThat(message()).isEqualTo("d: Add d");
    }

    /** What git calls one hunk: a value of b comes where c goes, and d has another value. */
    @Test
    void itemsInTheLinesOfOneHunkAreStagedApart() throws Exception {
        String list = "[components.b]\n[components.c]\n[components.d]\nbuild.with = [\"x\"]\nbuild.without = [\"y\"]\n";
        git.write("distro/list.comp.toml", list);
        git.commitAll("List them");
        git.write(
                "distro/list.comp.toml",
                "[components.b]\nbuild.with = [\"z\"]\n[components.d]\nbuild.with = [\"x\", \"y\"]\nbuild.without = []\n");
        assertThat(git.git("diff", "-U0")).containsOnlyOnce("[components.c]");
        stage("b", true);
        assertThat(git.git("show", ":distro/list.comp.toml"))
                .isEqualTo(list.replace("[components.b]\n", "[components.b]\nbuild.with = [\"z\"]\n"));
        stage("d", true);
        assertThat(git.git("show", ":distro/list.comp.toml"))
                .contains("[components.c]\n[components.d]\nbuild.with = [\"x\", \"y\"]");
        stage("b", false);
        assertThat(git.git("show", ":distro/list.comp.toml")).startsWith("[components.b]\n[components.c]\n");
        assertThat(together("b")).isEmpty();
    }

    @Test
    void whatStandsInOneLineIsSaidToBeStagedTogether() throws Exception {
        String list = """
                [components.a]
                [components.b]
                [components.c]
                [component-groups.core]
                components = ["a"]
                [component-groups.core.default-component-config]
                build.with = ["x"]
                """;
        git.write("distro/list.comp.toml", list);
        git.commitAll("List them");
        git.write("distro/list.comp.toml", list.replace("[\"a\"]", "[\"a\", \"b\", \"c\"]"));
        assertThat(together("b")).contains("c");
        git.write("distro/list.comp.toml", list.replace("[\"a\"]", "[\n  \"a\",\n]"));
        git.commitAll("Each in its line");
        git.write("distro/list.comp.toml", list.replace("[\"a\"]", "[\n  \"a\",\n  \"b\",\n  \"c\",\n]"));
        stage("c", true);
        assertThat(git.git("diff", "--cached", "-U0")).contains("+  \"c\"").doesNotContain("\"b\"");
    }

    private List<String> together(String title) throws Exception {
        List<Chapter> items = items();
        try (WorkRepository repository = WorkRepository.open(root())) {
            List<List<String>> all = new ItemStaging(repository, new Staging(repository).files()).together(items);
            return all.get(items.stream().map(Chapter::title).toList().indexOf(title));
        }
    }

    private String message() throws Exception {
        try (WorkRepository repository = WorkRepository.open(root())) {
            return ProposedMessage.of(
                    StagedReview.of(repository, new Staging(repository).files(), root(), loader)
                            .orElseThrow(),
                    MessageStyle.of(repository));
        }
    }
}
