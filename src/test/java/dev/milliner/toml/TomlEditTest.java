package dev.milliner.toml;

import static org.assertj.core.api.Assertions.assertThat;

import dev.milliner.SharedMaterial;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** An edit changes its value and not a letter around it. */
class TomlEditTest {
    @ParameterizedTest
    @ValueSource(
            strings = {
                "x = 'old' # why\n",
                "# top\n\n  x   =   \"old\"",
                "\"x\" = \"\"\"old\"\"\"\ny = 1\n",
                "a = 1.50 # exact\nx = 'old'\nd = 1979-05-27T07:32:00Z\n",
                "a = 0xFF\nb = 1_000\nx = 'old'\ne = 'caf\u00e9 \ud83c\udfa9'\n",
                "x = 'old'\n[[t]]\nk = [1, # one\n 2,\n]\n\n[[t]]\n",
                "x = 'old'\ni = { b = 1, c = { d = [] } }\n"
            })
    void nothingElseIsTouched(String text) {
        assertThat(TomlEdit.set(text, List.of("x"), "new \"hat\"")).hasValueSatisfying(changed -> {
            assertThat(changed).isNotEqualTo(text);
            assertThat(TomlEdit.set(changed, List.of("x"), "old")).isPresent();
        });
    }

    @Test
    void valuesInInlineTablesCanBeSet() {
        assertThat(TomlEdit.set("i = { a = { b = 'old', c = 1 } } # why\n", List.of("i", "a", "b"), "new"))
                .hasValueSatisfying(changed ->
                        assertThat(changed).contains("c = 1 } } # why").contains("new"));
    }

    @Test
    void aMissingTableIsMade() {
        assertThat(TomlEdit.set("x = 1\n", List.of("a", "b"), true))
                .hasValueSatisfying(
                        changed -> assertThat(changed).startsWith("x = 1\n").contains("b = true"));
    }

    /** Each value of each file of a whole distro, a file at a time. */
    @Test
    void everyValueOfAzureLinuxCanBeSet(@TempDir Path folder) throws IOException {
        Path root = SharedMaterial.unpack("azurelinux/azurelinux-tomls.tar.xz", folder);
        try (Stream<Path> files = Files.walk(root)) {
            List<Path> all = files.filter(file -> file.toString().endsWith(".toml"))
                    .filter(file -> file.toFile().length() < 20_000)
                    .sorted()
                    .toList();
            int set = 0;
            for (Path file : all) {
                set += setEach(file);
            }
            assertThat(set).isGreaterThan(300);
        }
    }

    private static int setEach(Path file) throws IOException {
        String text = TomlText.decode(Files.readAllBytes(file));
        List<TomlScalarEntry> entries = TomlScalarEntry.all(TomlDocument.parse(text));
        for (TomlScalarEntry entry : entries) {
            Object other = entry.scalar().value() instanceof Boolean now ? (Object) !now : "another";
            Optional<String> changed = TomlEdit.set(text, entry.path(), other);
            assertThat(changed).as(file + ": " + entry.path()).isPresent();
        }
        return entries.size();
    }
}
