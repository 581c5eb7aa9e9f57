package dev.milliner.commit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Branches are made and switched between, and no text is ever lost by it. */
class BranchesTest {
    @TempDir
    @SuppressWarnings("NullAway.Init")
    Path folder;

    @SuppressWarnings("NullAway.Init")
    private GitFolder git;

    @BeforeEach
    void begin() throws Exception {
        git = GitFolder.begin(folder);
        git.write(".gitignore", "*.log\n");
        git.write("a.toml", "one\n");
        git.write("b.toml", "one\n");
        git.commitAll("Begin");
        git.git("checkout", "-q", "-b", "topic");
        git.write("a.toml", "two\n");
        git.write("new/c.toml", "c\n");
        git.write("kept.log", "log\n");
        git.git("add", "-f", "kept.log");
        git.commitAll("Topic");
        git.git("checkout", "-q", "main");
    }

    private void switchTo(String name, String... unsaved) throws Exception {
        try (WorkRepository repository = git.open()) {
            new Branches(repository).switchTo(name, List.of(unsaved));
        }
    }

    private void refused(String why, String... unsaved) throws Exception {
        String before = git.state();
        assertThatThrownBy(() -> switchTo("topic", unsaved))
                .isInstanceOf(RefusedException.class)
                .hasMessageContaining(why);
        assertThat(git.state()).isEqualTo(before);
        assertThat(git.git("branch", "--show-current")).isEqualTo("main\n");
    }

    @Test
    void aBranchIsMadeAndWhatIsStagedStays() throws Exception {
        git.write("b.toml", "two\n");
        git.git("add", "b.toml");
        try (WorkRepository repository = git.open()) {
            Branches branches = new Branches(repository);
            assertThat(branches.current()).contains("main");
            branches.create("fix/b");
            assertThat(branches.all()).containsExactly("fix/b", "main", "topic");
            assertThatThrownBy(() -> branches.create("topic")).hasMessageContaining("already");
            assertThatThrownBy(() -> branches.create("a..b")).hasMessageContaining("can't be the name");
        }
        assertThat(git.git("branch", "--show-current")).isEqualTo("fix/b\n");
        assertThat(git.git("status", "--porcelain")).isEqualTo("M  b.toml\n");
    }

    @Test
    void otherFilesAreCarriedOver() throws Exception {
        git.write("b.toml", "mine\n");
        git.write("mine.toml", "mine\n");
        switchTo("topic", "b.toml");
        assertThat(git.read("a.toml")).isEqualTo("two\n");
        assertThat(git.read("b.toml")).isEqualTo("mine\n");
        assertThat(git.git("status", "--porcelain")).isEqualTo(" M b.toml\n?? mine.toml\n");
    }

    @Test
    void nothingIsLostThatTheOtherBranchHasDifferently() throws Exception {
        refused("a.toml", "a.toml");
        git.write("a.toml", "mine\n");
        refused("a.toml is not as the last commit has it");
        git.git("add", "a.toml");
        git.write("a.toml", "one\n");
        refused("a.toml");
        git.git("reset", "-q");
        git.write("kept.log", "mine\n");
        refused("kept.log");
        Files.delete(git.root().resolve("kept.log"));
        git.write("new", "a file where a folder comes\n");
        refused("new");
        Files.delete(git.root().resolve("new"));
        switchTo("topic");
        assertThat(git.git("status", "--porcelain")).isEmpty();
    }

    @Test
    void theHookRunsAfterASwitchWithWhatGitGivesIt() throws Exception {
        git.hook("post-checkout", "echo \"$@\"; exit 1");
        String main = git.git("rev-parse", "main").strip();
        String topic = git.git("rev-parse", "topic").strip();
        try (WorkRepository repository = git.open()) {
            Branches branches = new Branches(repository);
            assertThat(branches.switchTo("topic", List.of())).isEqualTo(main + " " + topic + " 1");
            assertThat(branches.create("more")).isEqualTo(topic + " " + topic + " 1");
            git.hook("post-checkout", "exit 3");
            assertThat(branches.switchTo("main", List.of())).contains("post-checkout ended with status 3");
            assertThat(branches.current()).contains("main");
        }
    }
}
