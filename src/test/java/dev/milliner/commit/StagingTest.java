package dev.milliner.commit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.milliner.commit.PendingFile.How;
import dev.milliner.commit.PendingFile.Staged;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What is staged is what git itself then says is staged. */
class StagingTest {
    @TempDir
    @SuppressWarnings("NullAway.Init")
    Path folder;

    @SuppressWarnings("NullAway.Init")
    private GitFolder git;

    @BeforeEach
    void begin() throws Exception {
        git = GitFolder.begin(folder);
        git.write("a.toml", "one\ntwo\nthree\nfour\nfive\nsix\nseven\n");
        git.write("gone.toml", "bye\n");
        git.write("sub/b.toml", "b\n");
        git.commitAll("Begin");
        git.write("a.toml", "ONE\ntwo\nthree\nfour\nfive\nsix\nSEVEN");
        git.write("new.toml", "new\n");
        Files.delete(git.root().resolve("gone.toml"));
    }

    @Test
    void filesAreStagedAndTakenOut() throws Exception {
        try (WorkRepository repository = git.open()) {
            Staging staging = new Staging(repository);
            assertThat(staging.files())
                    .containsExactly(
                            new PendingFile("a.toml", How.CHANGED, Staged.NONE),
                            new PendingFile("gone.toml", How.REMOVED, Staged.NONE),
                            new PendingFile("new.toml", How.ADDED, Staged.NONE));
            staging.stage(List.of("a.toml", "gone.toml", "new.toml"));
            assertThat(git.git("diff", "--cached", "--name-status"))
                    .isEqualTo("M\ta.toml\nD\tgone.toml\nA\tnew.toml\n");
            assertThat(git.git("diff", "--name-status")).isEmpty();
            assertThat(staging.files()).extracting(PendingFile::staged).containsOnly(Staged.WHOLE);
            staging.unstage(List.of("gone.toml", "new.toml"));
            assertThat(git.git("diff", "--cached", "--name-status")).isEqualTo("M\ta.toml\n");
            assertThat(git.git("status", "--porcelain")).isEqualTo("M  a.toml\n D gone.toml\n?? new.toml\n");
        }
    }

    @Test
    void hunksAreStagedOneByOne() throws Exception {
        try (WorkRepository repository = git.open()) {
            Staging staging = new Staging(repository);
            PendingText text = staging.text("a.toml");
            assertThat(text.hunks()).hasSize(2);
            staging.stage(text, Set.of(1));
            assertThat(git.git("show", ":a.toml")).isEqualTo("one\ntwo\nthree\nfour\nfive\nsix\nSEVEN");
            assertThat(git.git("status", "--porcelain", "a.toml")).isEqualTo("MM a.toml\n");
            assertThat(staging.text("a.toml").staged()).containsExactly(1);
            assertThat(staging.files().getFirst().staged()).isEqualTo(Staged.PART);
            staging.stage(staging.text("a.toml"), Set.of(0));
            assertThat(git.git("show", ":a.toml")).isEqualTo("ONE\ntwo\nthree\nfour\nfive\nsix\nseven\n");
            staging.stage(staging.text("a.toml"), Set.of(0, 1));
            assertThat(git.git("status", "--porcelain", "a.toml")).isEqualTo("M  a.toml\n");
            staging.stage(staging.text("a.toml"), Set.of());
            assertThat(git.git("status", "--porcelain", "a.toml")).isEqualTo(" M a.toml\n");
            assertThat(git.read("a.toml")).isEqualTo("ONE\ntwo\nthree\nfour\nfive\nsix\nSEVEN");
            git.git("fsck", "--strict");
        }
    }

    @Test
    void lineEndsAreThoseThatGitKeeps() throws Exception {
        git.write(".gitattributes", "*.toml text eol=crlf\n");
        git.write("c.toml", "one\r\ntwo\r\nthree\r\n");
        git.commitAll("Line ends");
        git.write("c.toml", "ONE\r\ntwo\r\nTHREE\r\n");
        try (WorkRepository repository = git.open()) {
            Staging staging = new Staging(repository);
            PendingText text = staging.text("c.toml");
            assertThat(text.hunks()).hasSize(2);
            staging.stage(text, Set.of(0));
            assertThat(git.git("show", ":c.toml")).isEqualTo("ONE\ntwo\nthree\n");
            staging.stage(List.of("c.toml"));
            assertThat(git.git("status", "--porcelain", "c.toml")).isEqualTo("M  c.toml\n");
        }
    }

    @Test
    void whatWasEditedAfterItWasStagedIsNotTakenApart() throws Exception {
        try (WorkRepository repository = git.open()) {
            Staging staging = new Staging(repository);
            staging.stage(List.of("a.toml"));
            git.write("a.toml", "Other\ntwo\nthree\nfour\nfive\nsix\nSEVEN");
            PendingText text = staging.text("a.toml");
            assertThat(text.isStagedOtherwise()).isTrue();
            String before = git.state();
            assertThatThrownBy(() -> staging.stage(text, Set.of(1)))
                    .isInstanceOf(RefusedException.class)
                    .hasMessageContaining("edited since");
            assertThat(git.state()).isEqualTo(before);
        }
    }

    @Test
    void aFileThatChangedMeanwhileIsLookedAtAgain() throws Exception {
        try (WorkRepository repository = git.open()) {
            Staging staging = new Staging(repository);
            PendingText text = staging.text("a.toml");
            git.write("a.toml", "ONE\ntwo\n");
            assertThatThrownBy(() -> staging.stage(text, Set.of(0))).hasMessageContaining("changed meanwhile");
        }
    }

    @Test
    void aLockedIndexIsSaidAndLeftAlone() throws Exception {
        try (WorkRepository repository = git.open()) {
            Path lock = git.root().resolve(".git/index.lock");
            Files.createFile(lock);
            String before =
                    Files.readString(git.root().resolve(".git/index"), java.nio.charset.StandardCharsets.ISO_8859_1);
            Staging staging = new Staging(repository);
            for (String path : List.of("a.toml", "gone.toml")) {
                assertThatThrownBy(() -> staging.stage(List.of(path)))
                        .isInstanceOf(RefusedException.class)
                        .hasMessageContaining("index.lock");
            }
            assertThat(Files.readString(git.root().resolve(".git/index"), java.nio.charset.StandardCharsets.ISO_8859_1))
                    .isEqualTo(before);
            assertThat(lock).exists();
        }
    }

    @Test
    void aFolderThatBecameAFileIsOneChange() throws Exception {
        Files.delete(git.root().resolve("sub/b.toml"));
        Files.delete(git.root().resolve("sub"));
        git.write("sub", "a file now\n");
        try (WorkRepository repository = git.open()) {
            Staging staging = new Staging(repository);
            staging.stage(staging.files().stream().map(PendingFile::path).toList());
            assertThat(git.git("status", "--porcelain", "--no-renames", "sub")).isEqualTo("A  sub\nD  sub/b.toml\n");
        }
    }
}
