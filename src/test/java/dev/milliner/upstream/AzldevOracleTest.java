package dev.milliner.upstream;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.milliner.Azldev;
import dev.milliner.distro.Component;
import dev.milliner.distro.Distro;
import dev.milliner.distro.DistroLoader;
import dev.milliner.overlay.OverlayApplication;
import dev.milliner.overlay.Recipe;
import dev.milliner.overlay.SourcePreparation;
import dev.milliner.source.DiskTree;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.eclipse.jgit.api.Git;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** azldev's own prepared sources beside Milliner's, where azldev is on the PATH. */
class AzldevOracleTest {
    private static final String SPEC = """
            Name: up
            Version: %s
            Release: 1%%{?dist}
            Summary: From upstream
            License: MIT
            Patch0: a.patch

            %%description
            Upstream.

            %%prep
            %%autosetup

            %%files
            """;

    @TempDir
    Path folder;

    @BeforeAll
    static void needsAzldev() {
        assumeTrue(
                Stream.of(System.getenv("PATH").split(":", -1))
                        .anyMatch(path -> Files.isExecutable(Path.of(path, "azldev"))),
                "skipped: azldev is not on the PATH");
    }

    @Test
    void theSamplesSourcesAreAzldevs() throws Exception {
        Path root = folder.resolve("bowler");
        TrilbyOnRealSpecs.copy(Path.of("sample-distros/bowler"), root);
        compareAll(root);
    }

    @Test
    void aLocalSpecAndOneFromADistGitAtTheSnapshot() throws Exception {
        Path root = Files.createDirectories(folder.resolve("project"));
        Path work = folder.resolve("up");
        try (Git git =
                Git.init().setDirectory(work.toFile()).setInitialBranch("f1").call()) {
            commit(git, work, "1", "2026-01-01T00:00:00Z");
            commit(git, work, "2", "2026-02-01T00:00:00Z");
            commit(git, work, "3", "2026-03-01T00:00:00Z");
        }
        Git.cloneRepository()
                .setURI(work.toUri().toString())
                .setBare(true)
                .setDirectory(folder.resolve("distgit/up.git").toFile())
                .call()
                .close();
        Files.writeString(root.resolve("azldev.toml"), configuration());
        Files.createDirectories(root.resolve("local"));
        Files.writeString(root.resolve("local/loc.spec"), SPEC.formatted("9").replace("Name: up", "Name: loc"));
        Files.writeString(root.resolve("local/a.patch"), "--- a\n");
        compareAll(root);
    }

    /** Trilby's upstream is Fedora, out of reach here: specs of the same packages stand in a dist-git of the test's. */
    @Test
    void theOtherSamplesOverlaysOnRealSpecs() throws Exception {
        TrilbyOnRealSpecs trilby = TrilbyOnRealSpecs.make(folder);
        compareAll(trilby.root(), trilby.components());
    }

    private String configuration() {
        return """
                [project]
                default-distro = { name = "d", version = "1" }
                [distros.d]
                dist-git-base-uri = "file://%s/distgit/$pkg.git"
                lookaside-base-uri = "http://127.0.0.1:9/$pkg/$filename/$hashtype/$hash/$filename"
                default-version = "1"
                [distros.d.versions.1]
                release-ver = "1"
                dist-git-branch = "f1"
                [distros.d.versions.1.default-component-config]
                spec = { type = "upstream", upstream-distro = { name = "d", version = "1", snapshot = "2026-02-15T00:00:00Z" } }
                [components.up]
                build = { with = ["x"], defines = { y = "z" } }
                [[components.up.overlays]]
                type = "spec-set-tag"
                tag = "Summary"
                value = "Ours"
                [[components.up.overlays]]
                type = "patch-remove"
                file = "*.patch"
                [components.loc]
                spec = { type = "local", path = "local/loc.spec" }
                [[components.loc.overlays]]
                type = "spec-append-lines"
                section = "%%prep"
                lines = ["true"]
                """.formatted(folder);
    }

    private static void commit(Git git, Path work, String version, String when) throws Exception {
        Files.writeString(work.resolve("up.spec"), SPEC.formatted(version));
        Files.writeString(work.resolve("a.patch"), "--- a\n");
        TrilbyOnRealSpecs.commit(git, when);
    }

    private void compareAll(Path root) throws Exception {
        compareAll(
                root, new DistroLoader().load(new DiskTree(root)).components().keySet());
    }

    private void compareAll(Path root, Set<String> names) throws Exception {
        Distro distro = new DistroLoader().load(new DiskTree(root));
        assertThat(names).isNotEmpty();
        for (String name : names) {
            Component component = Objects.requireNonNull(distro.components().get(name));
            Path theirs = folder.resolve("azldev-" + component.name());
            Azldev.Answer answer = Azldev.prepare(root, component.name(), theirs);
            assertThat(answer.succeeded()).as(answer.said()).isTrue();
            OverlayApplication ours = SourcePreparation.apply(
                    Recipe.of(component), ComponentSources.of(distro, component), ComponentSources.reader(distro));
            assertThat(ours.error()).as(component.name()).isEmpty();
            Map<String, String> made = new TreeMap<>();
            ours.result().files().forEach((path, file) -> made.put(path, file.text()));
            assertThat(made).as(component.name()).isEqualTo(read(theirs));
        }
    }

    private static Map<String, String> read(Path root) throws IOException {
        Map<String, String> files = new TreeMap<>();
        try (Stream<Path> walk = Files.walk(root)) {
            for (Path file : walk.filter(Files::isRegularFile).toList()) {
                files.put(
                        root.relativize(file).toString(), dev.milliner.spec.ByteText.decode(Files.readAllBytes(file)));
            }
        }
        return files;
    }
}
