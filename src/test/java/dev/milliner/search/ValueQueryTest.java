package dev.milliner.search;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.milliner.distro.Distro;
import dev.milliner.distro.DistroLoader;
import dev.milliner.source.BufferTree;
import dev.milliner.source.DiskTree;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Questions about what definitions resolve to, and what is said of those that are none. */
class ValueQueryTest {
    @TempDir
    @SuppressWarnings("NullAway.Init")
    Path root;

    private Distro distro() {
        return new DistroLoader(Map.of()).load(new BufferTree(new DiskTree(root), Map.of("azldev.toml", """
                [project]
                default-distro = { name = "d", version = "1" }
                [distros.d.versions.1.default-component-config]
                spec = { type = "upstream", upstream-distro = { name = "d", version = "1" } }
                [components.a]
                [components.b]
                build.check = { skip = true, skip_reason = "slow" }
                [[components.b.overlays]]
                type = "spec-set-tag"
                tag = "URL"
                value = "https://example.com"
                [components.c]
                spec.upstream-distro.version = "2"
                [components.c.build.defines]
                level = "10"
                [component-groups.core]
                components = ["a", "b"]
                [component-groups.core.default-component-config]
                build.with = ["x"]
                [images.disk]
                definition = { type = "kiwi", path = "disk.kiwi", profile = "core" }
                [package-groups.base]
                packages = ["a-libs"]
                default-package-config.publish.rpm-channel = "base"
                """)));
    }

    private List<String> found(String question) throws QueryFault {
        List<String> names = new ArrayList<>();
        ValueQuery.parse(question).find(distro(), () -> true, one -> names.add(one.name()));
        return names;
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            build.check.skip = true                          | b
            build.check.skip = false                         | a c
            build.check.skip_reason = slow                   | b
            not build.check.skip = true and group = "core"   | a
            group = core or name = c                         | a b c
            (name = a or name = b) and has overlays          | b
            overlays.type = spec-set-tag                     | b
            overlays exists                                  | b
            overlays.tag ~ '^U'                              | b
            name !~ '[ab]'                                   | c
            name != a and name < c                           | b
            spec.upstream-distro.version >= 2                | c
            build.defines.level > 9                          | c
            build.with = x                                   | a b
            BUILD.WITH = x                                   | a b
            file = azldev.toml                               | a b c
            kind = image                                     | disk
            kind = image and definition.profile = core       | disk
            kind = package and group = base                  | a-libs
            kind = package and publish.rpm-channel = base    | a-libs
            kind = "component group" AND components = b      | core
            """)
    void whatIsAskedForIsFound(String question, String names) throws QueryFault {
        assertThat(String.join(" ", found(question))).isEqualTo(names);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            ``                            | 0  | empty
            biuld.check.skip = true       | 0  | Did you mean build.check.skip?
            build.check.skip              | 16 | A comparison is missing
            build.check.skip =            | 18 | A value is missing
            build.check.skip = true or    | 26 | A key is missing
            name = a name = b             | 9  | 'and' or 'or'
            (name = a                     | 0  | not closed
            name = "a                     | 7  | quote
            name ~ '('                    | 7  | regular expression is not valid
            name = a & name = b           | 9  | '&' means nothing
            and name = a                  | 0  | A key is missing
            """)
    void aFaultIsNamedWithItsPlace(String question, int at, String reason) {
        assertThatThrownBy(() -> ValueQuery.parse(question == null ? "" : question))
                .isInstanceOfSatisfying(QueryFault.class, fault -> {
                    assertThat(fault.reason()).contains(reason);
                    assertThat(fault.at()).isEqualTo(at);
                });
    }

    @Test
    void noDepthOfBracketsIsTooMuch() {
        assertThatThrownBy(() -> ValueQuery.parse("(".repeat(100_000) + "name = a"))
                .isInstanceOf(QueryFault.class);
        assertThatThrownBy(() -> ValueQuery.parse("not ".repeat(100_000) + "name = a"))
                .isInstanceOf(QueryFault.class);
    }

    @Test
    void savedQueriesAreReadAndWritten() {
        SavedQuery values = new SavedQuery(
                "Checks that are skipped", SavedQuery.Over.VALUES, "build.check.skip = true", false, false, false);
        SavedQuery text = new SavedQuery("urls", SavedQuery.Over.TEXT, "https?://", true, true, true);
        String written = SavedQueries.with(SavedQueries.with("# ours\n", values), text);
        assertThat(written).startsWith("# ours\n\n[queries.\"Checks that are skipped\"]\n");
        SavedQueries read = SavedQueries.read(written);
        assertThat(read.faults()).isEmpty();
        assertThat(read.queries()).containsExactly(values, text);
        assertThat(read.named("urls")).contains(text);
        SavedQueries broken =
                SavedQueries.read("[queries.a]\nover = \"all\"\nwanted = \"x\"\n[queries.b]\nwantd = 1\n");
        assertThat(broken.queries()).isEmpty();
        assertThat(broken.faults())
                .containsExactly(
                        ".milliner.toml:1: A query is 'over' text, values or specs.",
                        ".milliner.toml:5: 'wantd' is no key of a query. Use one of over, wanted, regex, case, word.",
                        ".milliner.toml:4: The query 'b' has no 'wanted'. Say what to look for.");
    }
}
