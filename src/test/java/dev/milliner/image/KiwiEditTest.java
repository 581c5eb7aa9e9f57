package dev.milliner.image;

import static org.assertj.core.api.Assertions.assertThat;

import dev.milliner.source.BufferTree;
import dev.milliner.source.DiskTree;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Edits of a description change their line and not a byte more. */
class KiwiEditTest {
    private static final String TEXT = """
            <image schemaversion="8.0" name="x">
              <!-- kept -->
              <packages type="image">
            	<package name="a"/>  <!-- why a -->
                <package name="b"/><package name="c"></package>
                <package
                    name="d" />
                <package name="e" />
              </packages>
            </image>
            """;

    @TempDir
    @SuppressWarnings("NullAway.Init")
    Path folder;

    private KiwiSelection selection(String text) throws IOException {
        BufferTree tree = new BufferTree(new DiskTree(folder), Map.of("x.kiwi", text));
        return new KiwiSelection(KiwiDocument.read(tree, "x.kiwi"), List.of(), "x86_64");
    }

    private String without(String text, String name) throws IOException {
        KiwiItem item = selection(text).items(Phase.IMAGE, KiwiItem.Kind.PACKAGE).stream()
                .filter(one -> one.name().equals(name))
                .findFirst()
                .orElseThrow();
        return KiwiEdit.removal(text, item).orElseThrow().applyTo(text);
    }

    @Test
    void aLineOfItsOwnGoesWhole() throws IOException {
        assertThat(without(TEXT, "e")).isEqualTo(TEXT.replace("    <package name=\"e\" />\n", ""));
        assertThat(without(TEXT, "d")).isEqualTo(TEXT.replace("    <package\n        name=\"d\" />\n", ""));
    }

    @Test
    void whatElseStandsOnTheLineStays() throws IOException {
        assertThat(without(TEXT, "a")).isEqualTo(TEXT.replace("<package name=\"a\"/>", ""));
        assertThat(without(TEXT, "b")).isEqualTo(TEXT.replace("<package name=\"b\"/>", ""));
        assertThat(without(TEXT, "c")).isEqualTo(TEXT.replace("<package name=\"c\"></package>", ""));
    }

    @Test
    void anAdditionStandsBelowTheLastAndLooksLikeIt() throws IOException {
        String added = KiwiEdit.addition(TEXT, selection(TEXT), "x.kiwi", "new")
                .orElseThrow()
                .applyTo(TEXT);
        assertThat(added)
                .isEqualTo(TEXT.replace(
                        "    <package name=\"e\" />\n", "    <package name=\"e\" />\n    <package name=\"new\" />\n"));
        assertThat(without(added, "new")).isEqualTo(TEXT);
    }

    @Test
    void aTextThatIsNotTheOneReadIsLeftAlone() throws IOException {
        KiwiItem item =
                selection(TEXT).items(Phase.IMAGE, KiwiItem.Kind.PACKAGE).getLast();
        assertThat(KiwiEdit.removal("<image/>\n", item)).isEmpty();
        assertThat(KiwiEdit.removal(TEXT.replace("\"e\"", "\"other\""), item)).isEmpty();
    }
}
