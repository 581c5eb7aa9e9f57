package dev.milliner.serve.mcp;

import static org.assertj.core.api.Assertions.assertThat;

import dev.milliner.MemoryFolder;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.eclipse.jgit.api.Git;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A tree that tries to lead tools outside of itself: nothing of what lies there comes out, and nothing there changes. */
class HostileTreeToolsTest {
    private static final String SECRET = "hat-pin-4711";
    private static final String SOUND =
            "[project]\ndefault-distro = { name = 'd', version = '1' }\n[distros.d.versions.1]\n";

    @TempDir(factory = MemoryFolder.class)
    Path folder;

    private Path root;
    private Path outside;

    @BeforeEach
    void trees() throws IOException {
        root = Files.createDirectories(folder.resolve("tree"));
        outside = Files.createDirectories(folder.resolve("outside"));
        Files.writeString(outside.resolve("secret.toml"), "[components." + SECRET + "]\n");
        Files.writeString(outside.resolve("secret.spec"), "Name: " + SECRET + "\nVersion: 1\n%files\n");
        Files.writeString(
                outside.resolve("secret.txt"),
                SECRET + "\nerror: Failed build dependencies:\n\t" + SECRET + " is needed by x\n");
    }

    private void write(String file, String text) throws IOException {
        Path path = root.resolve(file);
        Files.createDirectories(path.resolveSibling(""));
        Files.writeString(path, text);
    }

    private void link(String name, Path target) throws IOException {
        Path link = root.resolve(name);
        Files.createDirectories(link.resolveSibling(""));
        Files.createSymbolicLink(link, target);
    }

    private String all(Agent agent, String... components) throws IOException {
        StringBuilder said = new StringBuilder();
        said.append(agent.call("check")).append(agent.call("deviations"));
        for (String what : List.of("components", "images", "packages", "groups", "files")) {
            said.append(agent.call("list", "what", what));
        }
        for (String component : components) {
            said.append(agent.call("show", "name", component))
                    .append(agent.call("overlays", "component", component))
                    .append(agent.call("prepare_diff", "component", component))
                    .append(agent.call("prepare_diff", "component", component, "since", "HEAD"));
        }
        return said.toString();
    }

    @Test
    void includesLinksAndGlobsDoNotLeadOut() throws Exception {
        link("link.toml", outside.resolve("secret.toml"));
        link("folder", outside);
        write(
                "azldev.toml",
                "includes = ['link.toml', 'folder/*.toml', '../outside/*.toml', '" + outside + "/secret.toml', '"
                        + outside + "/*.toml']\n" + SOUND);
        try (Agent agent = new Agent(folder, root)) {
            assertThat(all(agent)).doesNotContain(SECRET).contains("lies outside of the tree");
        }
    }

    @Test
    void specsOverlaysAndTheirSourcesDoNotLeadOut() throws Exception {
        write(
                "azldev.toml",
                SOUND + """
                [components.one]
                spec = { type = 'local', path = '../outside/secret.spec' }
                [components.two]
                spec = { type = 'local', path = 'two/two.spec' }
                [[components.two.overlays]]
                type = 'file-add'
                file = 'x'
                source = '%s/secret.txt'
                [components.three]
                spec = { type = 'local', path = 'three/three.spec' }
                overlay-files = ['../outside/*.toml']
                [components.four]
                spec = { type = 'upstream', upstream-distro = { name = 'd', version = '1' } }
                [distros.d]
                dist-git-base-uri = 'file://%s/git'
                [distros.d.versions.1]
                dist-git-branch = 'main'
                """.formatted(outside, outside).replace("[distros.d.versions.1]\n", "")
                        + "[distros.d.versions.2]\ndist-git-branch = 'main'\n");
        write("two/two.spec", "Name: two\nVersion: 1\n%files\n");
        link("two/beside.txt", outside.resolve("secret.txt"));
        link("three/three.spec", outside.resolve("secret.spec"));
        try (Git git = Git.init()
                .setDirectory(outside.resolve("git").toFile())
                .setInitialBranch("main")
                .call()) {
            Files.writeString(outside.resolve("git/four.spec"), "Name: " + SECRET + "\n");
            git.add().addFilepattern(".").call();
            git.commit().setMessage("a").setSign(false).call();
        }
        try (Agent agent = new Agent(folder, root)) {
            assertThat(all(agent, "one", "two", "three", "four")).doesNotContain(SECRET);
        }
    }

    @Test
    void aRepositoryThatLiesElsewhereIsNotRead() throws Exception {
        Path other = outside.resolve("repository");
        try (Git git =
                Git.init().setDirectory(other.toFile()).setInitialBranch("main").call()) {
            Files.createDirectories(other.resolve("specs/a"));
            Files.writeString(other.resolve("azldev.toml"), SOUND + "[components.a]\nspec = { type = 'upstream' }\n");
            Files.writeString(other.resolve("specs/a/a.spec"), "Name: " + SECRET + "\n");
            git.add().addFilepattern(".").call();
            git.commit().setMessage("a").setSign(false).call();
        }
        write("azldev.toml", SOUND + "[components.a]\nspec = { type = 'upstream' }\n");
        write(".git", "gitdir: " + other.resolve(".git") + "\n");
        try (Agent agent = new Agent(folder, root)) {
            assertThat(agent.refusal("prepare_diff", "component", "a", "since", "HEAD"))
                    .contains("has parts outside of the tree");
            assertThat(all(agent, "a")).doesNotContain(SECRET);
        }
    }

    @Test
    void imagesDoNotLeadOut() throws Exception {
        write("azldev.toml", SOUND + "[images.i]\ndefinition = { type = 'kiwi', path = 'image.kiwi' }\n");
        write("image.kiwi", """
                <image schemaversion="7.5" name="i"><description type="system"><author>a</author><contact>a</contact>
                <specification>a</specification></description><preferences><version>1</version><type image="oci"/></preferences>
                <repository><source path="dir://%s"/></repository>
                <packages type="bootstrap"><package name="a"/></packages></image>
                """.formatted(outside));
        try (Agent agent = new Agent(folder, root)) {
            assertThat(agent.refusal("image_packages", "image", "i")).contains("lies outside of the tree");
            assertThat(agent.refusal("image_why", "image", "i", "package", "a")).contains("lies outside of the tree");
        }
    }

    @Test
    void argumentsDoNotLeadOut() throws Exception {
        write("azldev.toml", SOUND);
        link("link", outside);
        link("secret", outside.resolve("secret.txt"));
        write(".git/config", "");
        Map<String, String> before = TreeHash.of(folder.resolve("outside"));
        try (Agent agent = new Agent(folder, root, "--allow-edits")) {
            for (String name : List.of(
                    "../outside/secret.txt",
                    outside.resolve("secret.txt").toString(),
                    "link/secret.txt",
                    "secret",
                    ".",
                    "a/../../outside/secret.txt",
                    "\u0000")) {
                assertThat(agent.refusal("explain", "file", name)).doesNotContain(SECRET);
                assertThat(agent.refusal("edit_file", "file", name, "old", SECRET, "new", "x"))
                        .doesNotContain(SECRET);
                assertThat(agent.refusal("edit_file", "file", name, "new", "x")).isNotBlank();
            }
            for (String name : List.of("link/new.txt", "../new.txt", ".git/hooks/post-checkout", ".git/config")) {
                assertThat(agent.refusal("edit_file", "file", name, "new", "x")).isNotBlank();
            }
        }
        assertThat(TreeHash.of(outside)).isEqualTo(before);
        assertThat(folder.resolve("new.txt")).doesNotExist();
        assertThat(root.resolve(".git/hooks")).doesNotExist();
    }
}
