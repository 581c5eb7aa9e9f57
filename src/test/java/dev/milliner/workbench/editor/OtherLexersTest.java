package dev.milliner.workbench.editor;

import static org.assertj.core.api.Assertions.assertThat;

import dev.milliner.language.TextKind;
import dev.milliner.spec.SpecLexer;
import dev.milliner.text.LineLexer;
import dev.milliner.text.XmlLexer;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class OtherLexersTest {
    private static List<String> lex(LineLexer lexer, String text) {
        List<String> found = new ArrayList<>();
        int state = LineLexer.START;
        for (String line : text.split("\n", -1)) {
            state = lexer.lex(line, state, (start, end, kind) -> found.add(kind + ":" + line.substring(start, end)));
        }
        return found;
    }

    @Test
    void aDescriptionsTagsAttributesAndComments() {
        assertThat(lex(
                        new XmlLexer(),
                        "<?xml version=\"1.0\"?>\n<!-- a\n<b> --><package name='x' arch=\"y\"/>&amp;</a>"))
                .containsExactly(
                        "DIRECTIVE:<?xml version=\"1.0\"?>",
                        "COMMENT:<!-- a",
                        "COMMENT:<b> -->",
                        "TABLE:<package",
                        "KEY:name",
                        "STRING:'x'",
                        "KEY:arch",
                        "STRING:\"y\"",
                        "TABLE:/",
                        "TABLE:>",
                        "MACRO:&amp;",
                        "TABLE:</a",
                        "TABLE:>");
    }

    @Test
    void attributesAndTagsMaySpanLines() {
        assertThat(lex(new XmlLexer(), "<a b=\"one\ntwo\"\nc='d'>"))
                .containsExactly("TABLE:<a", "KEY:b", "STRING:\"one", "STRING:two\"", "KEY:c", "STRING:'d'", "TABLE:>");
    }

    @Test
    void aSpecsSectionsTagsMacrosAndConditionals() {
        assertThat(lex(
                        new SpecLexer(),
                        "# why\nRequires(post): %{name} = %version\n%if %{with x}\n%package -n y\n%global a b\n100%%"))
                .containsExactly(
                        "COMMENT:# why",
                        "KEY:Requires(post)",
                        "MACRO:%{name}",
                        "MACRO:%version",
                        "DIRECTIVE:%if",
                        "MACRO:%{with x}",
                        "TABLE:%package -n y",
                        "DIRECTIVE:%global",
                        "MACRO:%%");
    }

    @Test
    void filesAreKnownByTheirNames() {
        assertThat(TextKind.of("a/b.comp.toml")).isEqualTo(TextKind.TOML);
        assertThat(TextKind.of("vm-base.kiwi")).isEqualTo(TextKind.XML);
        assertThat(TextKind.of("systemd.spec")).isEqualTo(TextKind.SPEC);
        assertThat(TextKind.of("README")).isEqualTo(TextKind.PLAIN);
    }
}
