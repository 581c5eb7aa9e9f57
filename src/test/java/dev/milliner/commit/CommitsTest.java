package dev.milliner.commit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.milliner.source.GitClock;
import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.eclipse.jgit.lib.Config;
import org.eclipse.jgit.storage.file.FileBasedConfig;
import org.eclipse.jgit.util.FS;
import org.eclipse.jgit.util.SystemReader;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Commits hold what was staged and nothing else, as git itself says; and whatever stands against one leaves all as it was. */
class CommitsTest {
    @TempDir
    @SuppressWarnings("NullAway.Init")
    Path folder;

    @SuppressWarnings("NullAway.Init")
    private GitFolder git;

    @BeforeEach
    void begin() throws Exception {
        git = GitFolder.begin(folder);
        git.write("a.toml", "one\n");
        git.write("b.toml", "one\n");
        git.commitAll("Begin");
        git.write("a.toml", "two\n");
        git.write("b.toml", "two\n");
    }

    private static CommitRequest request(String message) {
        return new CommitRequest(message, false, false);
    }

    private void stage(String... paths) throws Exception {
        try (WorkRepository repository = git.open()) {
            new Staging(repository).stage(List.of(paths));
        }
    }

    private MadeCommit commit(CommitRequest request) throws Exception {
        try (WorkRepository repository = git.open()) {
            return new Commits(repository).commit(request);
        }
    }

    private void refused(CommitRequest request, String why) throws Exception {
        String before = git.state();
        assertThatThrownBy(() -> commit(request))
                .isInstanceOf(RefusedException.class)
                .hasMessageContaining(why);
        assertThat(git.state()).isEqualTo(before);
    }

    @Test
    void whatIsStagedIsCommittedAndSignedOff() throws Exception {
        stage("a.toml");
        MadeCommit made = commit(new CommitRequest("Change a\n\nBecause.", true, false));
        assertThat(made.commit()).isEqualTo(git.git("rev-parse", "main").strip());
        assertThat(git.git("log", "-1", "--format=%B%an <%ae> %cn"))
                .isEqualTo(
                        "Change a\n\nBecause.\n\nSigned-off-by: Ann Other <ann@example.org>\nAnn Other <ann@example.org>"
                                + " Ann Other\n");
        assertThat(git.git("show", "--format=", "--name-only")).isEqualTo("a.toml\n");
        assertThat(git.git("status", "--porcelain")).isEqualTo(" M b.toml\n");
        git.git("fsck", "--strict");
    }

    @Test
    void theLastCommitIsAmendedAndKeepsItsAuthor() throws Exception {
        git.git("commit", "-q", "--amend", "--no-edit", "--author", "Other <other@example.org>");
        stage("b.toml");
        commit(new CommitRequest("Begin anew", false, true));
        assertThat(git.git("log", "--format=%s %an %cn")).isEqualTo("Begin anew Other Ann Other\n");
        assertThat(git.git("show", "HEAD:b.toml")).isEqualTo("two\n");
        assertThat(git.git("status", "--porcelain")).isEqualTo(" M a.toml\n");
    }

    @Test
    void hooksRunAndMayRefuse() throws Exception {
        stage("a.toml");
        hook("commit-msg", "echo 'Say why.' >&2; exit 1");
        refused(request("Change a"), "Say why.");
        hook("commit-msg", "echo Checked-by: hook >> \"$1\"");
        commit(request("Change a"));
        assertThat(git.git("log", "-1", "--format=%B")).contains("Checked-by: hook");
        stage("b.toml");
        hook("pre-commit", "echo 'The tests fail.'; exit 3");
        refused(request("Change b"), "The hook pre-commit refuses the commit: The tests fail.");
    }

    private void hook(String name, String line) throws Exception {
        git.hook(name, line);
    }

    /** git itself is given the same message, the same hooks and the same files, in a copy. */
    @Test
    void hooksRunInGitsOrderWithWhatGitGivesThem() throws Exception {
        stage("a.toml");
        for (String name : List.of("pre-commit", "prepare-commit-msg", "commit-msg", "post-commit")) {
            hook(name, "echo \"" + name + " $# ${2:-none} $(test -f \"$1\" && head -1 \"$1\")\" >> ../hooks.txt");
        }
        hook(
                "prepare-commit-msg",
                "echo \"prepare-commit-msg $# $2 $(head -1 \"$1\")\" >> ../hooks.txt; echo Ticket: 7 >> \"$1\"");
        MadeCommit made = commit(request("Change a"));
        assertThat(git.git("log", "-1", "--format=%B")).isEqualTo("Change a\nTicket: 7\n\n");
        assertThat(made.subject()).isEqualTo("Change a Ticket: 7");
        Path log = git.root().resolveSibling("hooks.txt");
        String ours = Files.readString(log);
        Files.delete(log);
        git.git("reset", "-q", "--soft", "HEAD~1");
        git.git("commit", "-q", "-m", "Change a");
        assertThat(ours).isEqualTo(Files.readString(log)).contains("prepare-commit-msg 2 message Change a");
    }

    @Test
    void theHookThatPreparesTheMessageMayRefuse() throws Exception {
        stage("a.toml");
        hook("prepare-commit-msg", "echo 'No ticket.' >&2; exit 1");
        refused(request("Change a"), "The hook prepare-commit-msg refuses the commit: No ticket.");
        hook("prepare-commit-msg", ": > \"$1\"");
        refused(request("Change a"), "leave no message");
    }

    @Test
    void whatStandsAgainstACommitIsSaid() throws Exception {
        refused(request("Nothing"), "Nothing is staged.");
        stage("a.toml");
        refused(request("  \n"), "needs a message");
        git.git("config", "commit.gpgsign", "true");
        refused(request("Signed"), "left to git");
        git.git("config", "commit.gpgsign", "false");
        git.git("checkout", "-q", "--detach");
        refused(request("Change a"), "HEAD is detached");
    }

    @Test
    void aLockedIndexIsSaid() throws Exception {
        stage("a.toml");
        Path lock = Files.createFile(git.root().resolve(".git/index.lock"));
        assertThatThrownBy(() -> commit(request("Change a")))
                .isInstanceOf(RefusedException.class)
                .hasMessageContaining("index.lock");
        Files.delete(lock);
        assertThat(git.git("status", "--porcelain")).isEqualTo("M  a.toml\n M b.toml\n");
        assertThat(git.git("rev-list", "--count", "HEAD")).isEqualTo("1\n");
    }

    @Test
    void aConflictIsSaid() throws Exception {
        git.git("checkout", "-q", "-b", "topic");
        git.commitAll("Theirs");
        git.git("checkout", "-q", "main");
        git.write("a.toml", "three\n");
        git.commitAll("Ours");
        Process merge = new ProcessBuilder("git", "merge", "-q", "topic")
                .directory(git.root().toFile())
                .redirectErrorStream(true)
                .start();
        merge.getInputStream().readAllBytes();
        assertThat(merge.waitFor()).isEqualTo(1);
        refused(request("Merge"), "under way");
        assertThatThrownBy(() -> stage("a.toml")).hasMessageContaining("in conflict");
    }

    @Test
    void whoCommitsMustBeKnown() throws Exception {
        stage("a.toml");
        git.git("config", "--unset", "user.name");
        git.git("config", "--unset", "user.email");
        GitClock.tell();
        SystemReader before = SystemReader.getInstance();
        SystemReader.setInstance(new SystemReader.Delegate(before) {
            @Override
            public FileBasedConfig openUserConfig(Config parent, FS fs) {
                return new FileBasedConfig(parent, new File(folder.toFile(), "none"), fs);
            }

            @Override
            public @Nullable String getenv(String name) {
                return name.startsWith("GIT_") || name.equals("EMAIL") ? null : super.getenv(name);
            }
        });
        try {
            refused(request("Change a"), "git config --global user.name");
        } finally {
            SystemReader.setInstance(before);
        }
    }
}
