package dev.milliner.upstream;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.milliner.distro.Distro;
import dev.milliner.distro.DistroLoader;
import dev.milliner.overlay.Sources;
import dev.milliner.source.DiskTree;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Objects;
import org.eclipse.jgit.api.Git;
import org.eclipse.jgit.api.errors.GitAPIException;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A dist-git on this host may be a work tree; its links are followed as far as the commit reaches. */
class DistGitWorkTreeTest {
    private static final String ROOT = """
            [project]
            default-distro = { name = "d", version = "1" }
            [distros.d]
            dist-git-base-uri = "file://FOLDER/$pkg"
            lookaside-base-uri = "https://up.example/$pkg"
            [distros.d.versions.'1']
            release-ver = "1"
            dist-git-branch = "main"
            [distros.d.versions.'1'.default-component-config]
            spec = { type = "upstream", upstream-distro = { name = "d", version = "1" } }
            [components.up]
            """;

    @TempDir
    @SuppressWarnings("NullAway.Init")
    Path folder;

    @SuppressWarnings("NullAway.Init")
    private Path work;

    @BeforeEach
    void workTree() throws IOException {
        work = Files.createDirectories(folder.resolve("up"));
        Files.writeString(work.resolve("up.spec"), "Name: up\n");
        Files.writeString(Files.createDirectories(work.resolve("s")).resolve("real"), "real\n");
        Files.createDirectories(folder.resolve("tree"));
        Files.writeString(folder.resolve("tree/azldev.toml"), ROOT.replace("FOLDER", folder.toString()));
    }

    @Test
    void aWorkTreeIsReadAtItsBranch() throws Exception {
        Files.createSymbolicLink(work.resolve("link"), Path.of("s/other"));
        Files.createSymbolicLink(work.resolve("s/other"), Path.of("real"));
        commit();
        Files.writeString(work.resolve("up.spec"), "Name: not committed\n");
        Sources sources = sources();
        assertThat(sources.file("up.spec").orElseThrow().text()).isEqualTo("Name: up\n");
        assertThat(sources.file("link").orElseThrow().text()).isEqualTo("real\n");
        assertThat(sources.files()).doesNotContainKey(".git/HEAD");
    }

    @Test
    void linksThatLeadToNoFileAreRefused() throws Exception {
        Files.createSymbolicLink(work.resolve("out"), Path.of("../../etc/hostname"));
        commit();
        assertThatThrownBy(this::sources)
                .isInstanceOf(SourceUnavailableException.class)
                .hasMessageContaining("out is a link");
    }

    @Test
    void linksToFoldersAreRefused() throws Exception {
        Files.createSymbolicLink(work.resolve("again"), Path.of("s"));
        commit();
        assertThatThrownBy(this::sources)
                .isInstanceOf(SourceUnavailableException.class)
                .hasMessageContaining("again is a link");
    }

    private void commit() throws GitAPIException {
        try (Git git =
                Git.init().setDirectory(work.toFile()).setInitialBranch("main").call()) {
            git.add().addFilepattern(".").call();
            git.commit()
                    .setMessage("Import")
                    .setAuthor("t", "t@localhost")
                    .setCommitter("t", "t@localhost")
                    .setSign(false)
                    .call();
        }
    }

    private Sources sources() throws SourceUnavailableException {
        Distro distro = new DistroLoader(Map.of()).load(new DiskTree(folder.resolve("tree")));
        return ComponentSources.of(
                distro, Objects.requireNonNull(distro.components().get("up")));
    }
}
