package dev.milliner.workbench.editor;

import static org.assertj.core.api.Assertions.assertThat;

import dev.milliner.language.TextKind;
import dev.milliner.toml.TomlDocument;
import dev.milliner.toml.TomlTable;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class OutlineTest {
    private static List<String> at(int line, String... text) {
        LineStates states = new LineStates(TextKind.TOML.lexer());
        states.reset(text.length, i -> text[i]);
        return Outline.at(TextKind.TOML, line, i -> text[i], i -> states.before(i) != 0);
    }

    @ParameterizedTest
    @CsvSource({
        "[components.foo, components.foo",
        "[components., components",
        "[components, components",
        "'  [components.foo # why', components.foo",
        "[[components.foo.overlays], components.foo.overlays",
        "[components.foo] x, components.foo",
        "'[components.\"a]b\"', 'components.a]b'",
        "[components.foo], components.foo",
        "'[components.\"c#\"] # why', 'components.\"c#\"'",
    })
    void belowAHeaderThatIsHalfTypedOneIsWhereItNames(String header, String named) {
        assertThat(at(1, "[components.before]", header)).containsExactly(named);
        assertThat(at(2, "[components.before]", header, "x = 1")).containsExactly(named, "x");
    }

    @Test
    void aBracketAloneNamesNothing() {
        assertThat(at(1, "[components.before]", "[")).isEmpty();
        assertThat(at(2, "[components.before]", "[[", "x = 1")).containsExactly("x");
        assertThat(at(2, "[components.before]", "y = [", "[1],", "]")).containsExactly("components.before", "y");
    }

    @Test
    void whatStandsBelowABrokenHeaderIsNotTheTablesBeforeIt() {
        TomlDocument read =
                TomlDocument.parse("[components.before]\nx = 1\n\n[components.\ny = 2\n[components.behind]\nz = 3\n");
        assertThat(read.problems()).hasSize(1);
        TomlTable components = (TomlTable) Objects.requireNonNull(read.root().get("components"));
        TomlTable before = (TomlTable) Objects.requireNonNull(components.get("before"));
        assertThat(before.get("x")).isNotNull();
        assertThat(before.get("y")).isNull();
        assertThat(before.range().touchesLine(5)).isFalse();
        assertThat(components.get("behind")).isNotNull();
    }
}
