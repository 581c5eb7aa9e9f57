package dev.milliner.toml;

import static org.assertj.core.api.Assertions.assertThat;

import dev.milliner.SharedMaterial;
import dev.milliner.text.TextRange;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.tomlj.Toml;
import org.tomlj.TomlArray;
import org.tomlj.TomlParseResult;

/** Ranges, recovery, and the same values as tomlj. */
class TomlDocumentTest {
    @Test
    void rangesCountUtf16() {
        TomlTable root = TomlDocument.parse("a = \"🎩\" # x\nb.c = [1,\n 2]\n").root();
        assertThat(root.entries().iterator().next().value().range()).isEqualTo(new TextRange(1, 5, 1, 9));
        TomlTable b = (TomlTable) Objects.requireNonNull(root.get("b"));
        assertThat(b.entries().iterator().next().keyRange()).isEqualTo(new TextRange(2, 3, 2, 4));
        assertThat(b.entries().iterator().next().value().range()).isEqualTo(new TextRange(2, 7, 3, 4));
    }

    @Test
    void aTableReachesToItsLastLine() {
        TomlTable root = TomlDocument.parse("[[a.b]]\nx = 1\ny = \"\"\"\nz\"\"\"\n\n[a.b.c]\n")
                .root();
        TomlTable a = (TomlTable) Objects.requireNonNull(root.get("a"));
        assertThat(((dev.milliner.toml.TomlArray) Objects.requireNonNull(a.get("b")))
                        .items()
                        .getFirst()
                        .range())
                .isEqualTo(new TextRange(1, 1, 4, 5));
    }

    @Test
    void everyBrokenLineIsFoundAndTheRestIsRead() {
        TomlDocument document = TomlDocument.parse("a = 1\nb = \nc = \"x\nd = 'ok'\n[t\n[u]\ne = 1e\nf = 2\n");
        assertThat(document.problems().stream()
                        .map(problem -> problem.range().line())
                        .toList())
                .isEqualTo(List.of(2, 3, 5, 7));
        assertThat(document.root().get("d")).isNotNull();
        assertThat(((TomlTable) Objects.requireNonNull(document.root().get("u"))).get("f"))
                .isNotNull();
    }

    @Test
    void anUnclosedLongStringHidesNothingElse() {
        TomlDocument document = TomlDocument.parse("a = \"\"\"x\n[t]\nb = 1\n");
        assertThat(document.problems()).hasSize(1);
        assertThat(document.root().get("t")).isNotNull();
    }

    @Test
    void noMoreThanAHundredProblemsAreKept() {
        assertThat(TomlDocument.parse("= \n".repeat(500)).problems()).hasSize(TomlDocument.MOST_PROBLEMS);
    }

    @Test
    void anEditTouchesOnlyItsValue() {
        String text = "# top\n[a]  # here\nx   =  'old' # why\n\n[b]\ny = [1, # one\n 2]\n";
        assertThat(TomlEdit.set(text, List.of("a", "x"), "new")).hasValueSatisfying(changed -> {
            assertThat(changed).contains("# why").contains("# one").contains("[a]  # here");
            assertThat(changed.lines().count()).isEqualTo(text.lines().count());
        });
    }

    @Test
    void aBrokenTextIsNotEdited() {
        assertThat(TomlEdit.set("a = \n", List.of("a"), "x")).isEmpty();
        assertThat(TomlEdit.set("a = 1\n", List.of("a", "b"), "x")).isEmpty();
    }

    @Test
    void allOfAzureLinuxReadsAsTomljReadsIt(@TempDir Path folder) throws IOException {
        Path root = SharedMaterial.unpack("azurelinux/azurelinux-tomls.tar.xz", folder);
        try (Stream<Path> files = Files.walk(root)) {
            for (Path file :
                    files.filter(path -> path.toString().endsWith(".toml")).toList()) {
                String text = Files.readString(file);
                TomlParseResult expected = Toml.parse(text);
                TomlDocument document = TomlDocument.parse(text);
                assertThat(document.problems()).as(file.toString()).isEmpty();
                same(document.root(), expected, file.toString());
            }
        }
    }

    private static void same(TomlTable table, org.tomlj.TomlTable expected, String where) {
        assertThat(table.entries().stream().map(TomlEntry::key).toList())
                .as(where)
                .containsExactlyInAnyOrderElementsOf(expected.keySet());
        for (TomlEntry entry : table.entries()) {
            same(entry.value(), expected.get(List.of(entry.key())), where + " " + entry.key());
        }
    }

    private static void same(TomlNode value, @org.jspecify.annotations.Nullable Object expected, String where) {
        switch (value) {
            case TomlTable table -> same(table, (org.tomlj.TomlTable) Objects.requireNonNull(expected), where);
            case dev.milliner.toml.TomlArray array -> {
                TomlArray other = (TomlArray) Objects.requireNonNull(expected);
                assertThat(array.items()).as(where).hasSize(other.size());
                for (int index = 0; index < other.size(); index++) {
                    same(array.items().get(index), other.get(index), where);
                }
            }
            case TomlScalar scalar -> assertThat(scalar.value()).as(where).isEqualTo(expected);
        }
    }
}
