package dev.milliner.distro;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.milliner.SharedMaterial;
import dev.milliner.source.DiskTree;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** A tree that is made to harm is told of, with places, and costs neither the memory nor the day. */
@Timeout(value = 60, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
class HostileTreesTest {
    private static final Path ENDLESS = Path.of("/dev/zero");

    private static final String SOUND =
            "[project]\ndefault-distro = { name = 'd', version = '1' }\n[distros.d.versions.1]\n";

    @TempDir
    @SuppressWarnings("NullAway.Init")
    Path root;

    private void write(String file, String text) throws IOException {
        Path path = root.resolve(file);
        Files.createDirectories(path.getParent());
        Files.writeString(path, text);
    }

    private void link(String name, String target) throws IOException {
        Path link = root.resolve(name);
        Files.createDirectories(link.getParent());
        Files.createSymbolicLink(link, Path.of(target));
    }

    private void pipe(String name) throws IOException, InterruptedException {
        Files.createDirectories(root.resolve(name).getParent());
        Process made = new ProcessBuilder("mkfifo", root.resolve(name).toString()).start();
        assumeTrue(made.waitFor(10, TimeUnit.SECONDS) && made.exitValue() == 0, "There is no mkfifo here.");
    }

    private List<Problem> problems() {
        return new DistroLoader(Map.of()).load(new DiskTree(root)).problems();
    }

    private void assertTold(String code, String file, int line, String words) {
        assertThat(problems()).anySatisfy(problem -> {
            assertThat(problem.code()).isEqualTo(code);
            assertThat(problem.place().file()).isEqualTo(file);
            assertThat(problem.place().range().line()).isEqualTo(line);
            assertThat(problem.message()).contains(words);
        });
    }

    @Test
    void whatIsNoRegularFileIsNotRead() throws Exception {
        write("azldev.toml", "includes = [\n  'c/*.toml',\n  'folder.toml',\n  'gone.toml', 'none.toml' ]\n");
        link("c/endless.toml", ENDLESS.toString());
        pipe("c/pipe.toml");
        link("c/lost.toml", "nowhere");
        link("c/circle.toml", "circle.toml");
        Files.createDirectories(root.resolve("folder.toml"));
        link("gone.toml", "nowhere");
        assertTold("include-missing", "azldev.toml", 2, "'c/endless.toml' is a device, a pipe or a socket");
        assertTold("include-missing", "azldev.toml", 2, "'c/pipe.toml' is a device, a pipe or a socket");
        assertTold("include-missing", "azldev.toml", 2, "'c/lost.toml' is a link to nowhere, which does not exist");
        assertTold("include-missing", "azldev.toml", 2, "'c/circle.toml' is a link that leads in a circle");
        assertTold("include-missing", "azldev.toml", 3, "'folder.toml' is a folder");
        assertTold("include-missing", "azldev.toml", 4, "'gone.toml' is a link to nowhere");
        assertTold("include-missing", "azldev.toml", 4, "There is no file 'none.toml'");
    }

    @Test
    void aFileThatIsTooLargeIsNotRead() throws IOException {
        write("azldev.toml", "includes = ['large.toml']\n");
        try (RandomAccessFile large =
                new RandomAccessFile(root.resolve("large.toml").toFile(), "rw")) {
            large.setLength(40L << 30);
        }
        assertTold("include-missing", "azldev.toml", 1, "'large.toml' is larger than 16 MiB");
    }

    @Test
    void theRootFileMayBeADevice() throws IOException {
        link("azldev.toml", ENDLESS.toString());
        assertTold("include-missing", "azldev.toml", 1, "is a device");
    }

    @Test
    void aGlobOverTheWholeDiskIsGivenUp() throws IOException {
        write("azldev.toml", "includes = [\n  '/**/*.no-such-ending' ]\n");
        assertTold("include-glob", "azldev.toml", 2, "leads through more than");
        link("all", "/");
        write("azldev.toml", "includes = [\n  'all/**/*.no-such-ending' ]\n");
        assertTold("include-glob", "azldev.toml", 2, "leads through more than");
    }

    @Test
    void aForestOfLinksIsGivenUp() throws IOException {
        write("azldev.toml", "includes = [\n  'forest/**/*.toml' ]\n");
        many("forest", 24);
        assertTold("include-glob", "azldev.toml", 2, "leads through more than 100,000 files and folders");
    }

    @Test
    void aLinkToWhereItLiesIsNotFollowed() throws IOException {
        write("azldev.toml", "includes = [\n  'c/**/*.toml' ]\n" + SOUND);
        write("c/none.txt", "");
        link("c/again", ".");
        link("c/deep/up", "..");
        assertThat(problems()).isEmpty();
        write("c/a.toml", "[component-groups.a]\ndescription = 'a'\n");
        assertTold("include-circular", "azldev.toml", 2, "'c/again' is a link to a folder that it lies in");
    }

    @Test
    void globsOfSpecsAndOverlayFilesAreBoundedToo() throws IOException {
        write("azldev.toml", """
                [component-groups.g]
                specs = ["forest/**/*.spec"]
                [components.a]
                overlay-files = ["forest/**/*.toml"]
                """);
        many("forest", 24);
        assertTold("spec-glob", "azldev.toml", 2, "leads through more");
        assertTold("overlay-file-glob", "azldev.toml", 4, "leads through more");
    }

    /** Folders with two links each to the next, so that each doubles the ways. */
    private void many(String folder, int folders) throws IOException {
        for (int i : IntStream.range(0, folders).toArray()) {
            link(folder + "/" + i + "/left", "../" + (i + 1));
            link(folder + "/" + i + "/right", "../" + (i + 1));
        }
        Files.createDirectories(root.resolve(folder + "/" + folders));
    }

    @Test
    void includesThroughLinksComeToAnEnd() throws IOException {
        write("azldev.toml", "includes = ['a/azldev.toml', 'b/azldev.toml']\n");
        link("a", ".");
        link("b", ".");
        assertTold("include-circular", "azldev.toml", 1, "'a/azldev.toml' is included already");
    }

    @Test
    void aLongChainOfIncludesComesToAnEnd() throws IOException {
        for (int i : IntStream.range(0, 300).toArray()) {
            write(i == 0 ? "azldev.toml" : i + ".toml", "includes = ['" + (i + 1) + ".toml']\n");
        }
        assertTold("include-bounds", "100.toml", 1, "See whether links lead in a circle");
    }

    @Test
    void bracesWithoutEndAreGivenUp() throws IOException {
        write("azldev.toml", "includes = [\n  '" + "{a,b}".repeat(40) + "/*.toml' ]\n");
        assertTold("include-glob", "azldev.toml", 2, "leads through more");
    }

    @Test
    void starsWithoutEndAreMatchedInTime() throws IOException {
        write("azldev.toml", "includes = ['" + "*a".repeat(40) + "b']\n" + SOUND);
        write("a".repeat(200), "");
        assertThat(problems()).isEmpty();
    }

    @Test
    void valuesWithinValuesComeToAnEnd() throws IOException {
        write("azldev.toml", "includes = " + "[".repeat(1_000_000) + "\n");
        assertThat(problems()).isNotEmpty();
    }

    @Test
    void filesThatDefinitionsNameAreLookedAtToo() throws Exception {
        write("azldev.toml", """
                [components.a]
                spec = { type = "local", path = "a.spec" }
                overlay-files = ["o/*.toml"]
                [[components.a.overlays]]
                type = "file-add"
                file = "new"
                source = "device"
                [[components.a.overlays]]
                type = "file-add"
                file = "../new"
                source = "plain"
                [[components.a.overlays]]
                type = "file-add"
                file = "shadow"
                source = "/etc/hostname"
                [[components.a.overlays]]
                type = "patch-add"
                source = "led-out.patch"
                [images.i]
                definition = { type = "kiwi", path = "i.kiwi" }
                """);
        pipe("a.spec");
        pipe("o/a.toml");
        link("device", ENDLESS.toString());
        write("plain", "");
        link("led-out.patch", "/etc/hostname");
        Files.createDirectories(root.resolve("i.kiwi"));
        pipe("locks/a.lock");
        assertTold("spec-unreadable", "azldev.toml", 2, "'a.spec' is a device, a pipe");
        assertTold("overlay-file-missing", "azldev.toml", 3, "'o/a.toml' is a device, a pipe");
        assertTold("overlay-source-unreadable", "azldev.toml", 7, "'device' is a device");
        assertTold("overlay-path", "azldev.toml", 10, "'../new' leads out of the component's sources");
        assertTold("overlay-source-outside", "azldev.toml", 15, "/etc/hostname");
        assertTold("overlay-source-outside", "azldev.toml", 18, "led-out.patch");
        assertTold("image-definition", "azldev.toml", 20, "'i.kiwi' is a folder");
        assertTold("lock-unreadable", "locks/a.lock", 1, "'locks/a.lock' is a device, a pipe");
    }

    @Test
    void theCasesOfTheCorpusAreTold() throws IOException {
        Path cases = SharedMaterial.unpack("cases/safety.tar.xz", root.resolve("cases"));
        try (var found = Files.walk(cases, 3)) {
            Path zero = found.filter(path -> path.endsWith("tree-dev-zero"))
                    .findFirst()
                    .orElseThrow();
            Files.createSymbolicLink(zero.resolve("comps/z.toml"), ENDLESS);
            root = zero;
            assertTold("include-missing", "azldev.toml", 1, "'comps/z.toml' is a device");
            root = zero.resolveSibling("tree-root-glob");
            assertTold("include-glob", "azldev.toml", 1, "leads through more");
            root = zero.resolveSibling("overlay-reads-shadow");
            assertTold("overlay-source-outside", "comps/p.toml", 6, "/etc/shadow");
            assertTold("overlay-path", "comps/p.toml", 9, "leads out of the component's sources");
        }
    }
}
