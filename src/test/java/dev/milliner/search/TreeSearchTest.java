package dev.milliner.search;

import static org.assertj.core.api.Assertions.assertThat;

import dev.milliner.SharedMaterial;
import dev.milliner.distro.Distro;
import dev.milliner.distro.DistroLoader;
import dev.milliner.language.WorkspaceEdit;
import dev.milliner.source.DiskTree;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Search in a tree's text and in rendered specs, and replacement. */
class TreeSearchTest {
    @TempDir
    @SuppressWarnings("NullAway.Init")
    Path folder;

    private Path root;

    @BeforeEach
    void write() throws IOException {
        root = folder.resolve("tree");
        write("azldev.toml", """
                # Bash and bash
                [project]
                default-distro = { name = "d", version = "1" }
                [distros.d.versions.1.default-component-config]
                spec = { type = "upstream", upstream-distro = { name = "d", version = "1" } }
                [components.bash]
                [components.bashful]
                """);
        write("notes/read.me", "bash\nbashful, bash\n");
        write("build/work/bash.log", "bash\n");
        write(".git/config", "bash\n");
        write("picture", "bash\0");
        write("specs/b/bash/bash.spec", "Name: bash\nURL: https://example.com/Bash\n");
        write("specs/b/bashful/bashful.spec", "Name: bashful\nRequires: bash\n");
    }

    private void write(String file, String text) throws IOException {
        Files.createDirectories(root.resolve(file).getParent());
        Files.writeString(root.resolve(file), text);
    }

    private Distro distro() {
        return new DistroLoader(Map.of()).load(new DiskTree(root));
    }

    private List<String> found(TextSearch search) {
        List<String> lines = new ArrayList<>();
        new TreeSearch(distro(), search).find(() -> true, file -> file.hits()
                .forEach(hit -> lines.add(file.file() + ":"
                        + hit.place().range().line() + ":" + hit.line().substring(hit.from(), hit.to()))));
        return lines;
    }

    @Test
    void whatPeopleWriteIsSearchedAndNothingThatIsMade() {
        assertThat(found(new TextSearch("bash", false, false)))
                .containsExactly(
                        "azldev.toml:1:Bash",
                        "azldev.toml:1:bash",
                        "azldev.toml:6:bash",
                        "azldev.toml:7:bash",
                        "notes/read.me:1:bash",
                        "notes/read.me:2:bash",
                        "notes/read.me:2:bash");
        assertThat(found(new TextSearch("Bash", false, true))).containsExactly("azldev.toml:1:Bash");
        assertThat(found(new TextSearch("bash", false, true, true)))
                .containsExactly(
                        "azldev.toml:1:bash", "azldev.toml:6:bash", "notes/read.me:1:bash", "notes/read.me:2:bash");
        assertThat(found(new TextSearch("^bash", true, true)))
                .containsExactly("notes/read.me:1:bash", "notes/read.me:2:bash");
        assertThat(new TextSearch("(", true, false).fault()).isPresent();
    }

    @Test
    void whatIsFoundIsReplaced() {
        WorkspaceEdit edit = TreeReplacement.of(
                distro(), new TextSearch("components\\.(bash\\w*)", true, true), "components.my-$1", Set.of());
        assertThat(edit.files()).singleElement().satisfies(file -> assertThat(file.after())
                .contains("[components.my-bash]\n[components.my-bashful]"));
        assertThat(TreeReplacement.of(distro(), new TextSearch("bash", false, true), "$1", Set.of("notes/read.me"))
                        .files())
                .singleElement()
                .satisfies(file -> assertThat(file.after()).isEqualTo("$1\n$1ful, $1\n"));
    }

    private List<String> inSpecs(SpecSearch search, String wanted, boolean regex) throws IOException {
        List<String> files = new ArrayList<>();
        search.find(distro(), new TextSearch(wanted, regex, false), () -> true, file -> files.add(file.file()));
        search.bringUpToDate(distro(), () -> true);
        return files;
    }

    @Test
    void specsAreFoundByAnIndexThatFollowsTheDisk() throws IOException {
        Path cache = folder.resolve("cache");
        String bash = "specs/b/bash/bash.spec";
        String bashful = "specs/b/bashful/bashful.spec";
        assertThat(inSpecs(new SpecSearch(root, cache), "requires: BASH", false))
                .containsExactly(bashful);
        SpecSearch again = new SpecSearch(root, cache);
        assertThat(inSpecs(again, "requires: bash", false)).containsExactly(bashful);
        assertThat(inSpecs(again, "example\\.(com|org)/B", true)).containsExactly(bash);
        assertThat(inSpecs(again, "na", false)).containsExactly(bash, bashful);
        write(bash, "Name: bash\nRequires: bash\n");
        Files.setLastModifiedTime(root.resolve(bash), FileTime.fromMillis(1_000_000));
        assertThat(inSpecs(again, "requires: bash", false)).containsExactlyInAnyOrder(bash, bashful);
        assertThat(inSpecs(again, "example", false)).isEmpty();
        Files.delete(root.resolve(bashful));
        assertThat(inSpecs(again, "requires: bash", false)).containsExactly(bash);
        assertThat(inSpecs(new SpecSearch(root, cache), "requires: bash", false))
                .containsExactly(bash);
        try (var indexes = Files.list(cache)) {
            Files.writeString(indexes.findFirst().orElseThrow(), "rubbish");
        }
        assertThat(inSpecs(new SpecSearch(root, cache), "requires: bash", false))
                .containsExactly(bash);
    }

    @ParameterizedTest
    @CsvSource(delimiter = ';', quoteCharacter = '`', textBlock = """
            Requires: +bash ; Requires:
            (a|b)cde ; cde
            abc|de ; ``
            ab?cd*efg ; efg
            a\\.b\\dcd ; a.b
            [abc]def[^]x] ; def
            x{2,3}abc ; abc
            %\\{name\\} ; %{name}
            """)
    void whatARegularExpressionRequiresIsKnown(String regex, String required) {
        assertThat(RequiredText.of(new TextSearch(regex.replace("\\\\", "\\"), true, false))
                        .strip())
                .isEqualTo(required == null ? "" : required.strip());
    }

    /** Over all rendered specs of Azure Linux: the same as by reading each, and the first hit at once. */
    @Test
    void thousandsOfSpecsAreSearchedAtOnce() throws IOException {
        SharedMaterial.unpack("azurelinux/azurelinux-tomls.tar.xz", folder);
        SharedMaterial.unpack("azurelinux/azurelinux-specs.tar.xz", folder);
        Distro distro = new DistroLoader(Map.of()).load(new DiskTree(folder));
        SpecSearch search = new SpecSearch(folder, folder.resolve("cache"));
        long start = System.nanoTime();
        search.bringUpToDate(distro, () -> true);
        System.out.printf(
                "index of %,d specs made in %,d ms%n", distro.components().size(), millis(start));
        SpecSearch reopened = new SpecSearch(folder, folder.resolve("cache"));
        for (String wanted : List.of("BuildRequires: systemd-devel", "fdupes", "%autosetup -p1", "openssl")) {
            List<Long> first = new ArrayList<>();
            List<String> files = new ArrayList<>();
            long asked = System.nanoTime();
            int count = reopened.find(distro, new TextSearch(wanted, false, true), () -> true, file -> {
                first.add(millis(asked));
                files.add(file.file());
            });
            System.out.printf(
                    "'%s': %,d places, first after %d ms, all after %,d ms%n",
                    wanted, count, first.getFirst(), millis(asked));
            assertThat(files).hasSameElementsAs(holding(distro, wanted));
        }
    }

    /** Over all of Azure Linux's definitions: text and values. */
    @Test
    void textAndValuesOfAWholeDistroAreFoundAtOnce() throws IOException, QueryFault {
        SharedMaterial.unpack("azurelinux/azurelinux-tomls.tar.xz", folder);
        Distro distro = new DistroLoader(Map.of()).load(new DiskTree(folder));
        for (String wanted : List.of("skip", "kernel", "srpm: zlib")) {
            List<Long> first = new ArrayList<>();
            long asked = System.nanoTime();
            int count = new TreeSearch(distro, new TextSearch(wanted, false, false))
                    .find(() -> true, file -> first.add(millis(asked)));
            System.out.printf(
                    "text '%s': %,d places, first after %d ms, all after %,d ms%n",
                    wanted, count, first.getFirst(), millis(asked));
        }
        for (String question : List.of(
                "build.check.skip = true and group = \"check-skip-initial-failures\"",
                "overlays.type = spec-remove-tag",
                "spec.upstream-distro.version = rawhide")) {
            List<Long> first = new ArrayList<>();
            long asked = System.nanoTime();
            ValueQuery.parse(question).find(distro, () -> true, one -> first.add(millis(asked)));
            System.out.printf(
                    "values %s: %,d, first after %d ms, all after %,d ms%n",
                    question, first.size(), first.getFirst(), millis(asked));
            assertThat(first).isNotEmpty();
        }
    }

    private static long millis(long since) {
        return (System.nanoTime() - since) / 1_000_000;
    }

    private List<String> holding(Distro distro, String wanted) throws IOException {
        List<String> files = new ArrayList<>();
        for (var component : distro.components().values()) {
            Path spec = folder.resolve(component.renderedSpec());
            if (Files.exists(spec)
                    && new String(Files.readAllBytes(spec), java.nio.charset.StandardCharsets.UTF_8).contains(wanted)) {
                files.add(component.renderedSpec());
            }
        }
        return files;
    }
}
