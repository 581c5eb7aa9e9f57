package dev.milliner.language;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What stands at a caret is found in texts that are half typed and broken. */
class TomlScanTest {
    /** Looks at the place that a bar marks; a {@code ~} stands for a line feed. */
    private static TomlSpot at(String marked) {
        String text = marked.replace('~', '\n');
        int bar = text.indexOf('|');
        return TomlScan.at(TextLines.of(text.substring(0, bar) + text.substring(bar + 1)), bar);
    }

    private static String shown(TomlSpot spot) {
        return switch (spot) {
            case TomlSpot.InHeader header ->
                "header " + header.before() + " " + header.segment().name();
            case TomlSpot.InKey key -> "key " + key.path() + " " + key.segment().name();
            case TomlSpot.InValue value -> (value.inList() ? "item " : "value ") + value.path() + " " + value.text();
            case TomlSpot.Nothing nothing -> "nothing";
        };
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            quoteCharacter = '`',
            value = {
                "|; key [] ",
                "comp|; key [] comp",
                "[compo|; header [] compo",
                "[components.|; header [components] ",
                "[components.sys|]; header [components] sys",
                "[[components.systemd.ov|]]; header [components, systemd] ov",
                "[components.'a.b'.x|; header [components, a.b] x",
                "[a]~|; key [a] ",
                "[a]~type = \"sp|; value [a, type] sp",
                "[a]~type = sp|; value [a, type] sp",
                "[a]~type = |; value [a, type] ",
                "[a]~type = \"sp|ec\"; value [a, type] spec",
                "[a]~type = 'sp|; value [a, type] sp",
                "[a]~type |; nothing",
                "[a]~x = 1 |; nothing",
                "[a]~x = \"b\"|; nothing",
                "[a]~x = \"b\" # c|; nothing",
                "# c|; nothing",
                "[a] # c|; nothing",
                "[a]~x = \"# c|; value [a, x] # c",
                "[a]~b.c.d|; key [a, b, c] d",
                "[a]~b.|; key [a, b] ",
                "[a]~b.c = \"x|; value [a, b, c] x",
                "[a]~x = [\"a\", \"b|; item [a, x] b",
                "[a]~x = [\"a\", |; item [a, x] ",
                "[a]~x = [~  \"a\",~  \"b|; item [a, x] b",
                "[a]~x = [~  \"a\",~  |~]; item [a, x] ",
                "[a]~x = { type = \"|; value [a, x, type] ",
                "[a]~x = { ty|; key [a, x] ty",
                "[a]~x = { |; key [a, x] ",
                "[a]~x = { y = 1, |}; key [a, x] ",
                "[a]~x = { y = { z = 'q|; value [a, x, y, z] q",
                "[a]~x = [{ y = 1 }, { z|; key [a, x] z",
                "[a]~x = [~ { y = 1 },~ { z = \"|\" },~]; value [a, x, z] ",
                "[a]~x = { y.z|; key [a, x, y] z",
                "[a]~x = { y = [\"q|; item [a, x, y] q",
                "[a]~x = [~  \"a\",~~[b]~y = \"|; value [b, y] ",
                "[a]~x = [~  \"a~~[[b]]~y|; key [b] y",
                "[a]~x = [ \"a\"~z = \"|; value [a, z] ",
                "[a]~x = \"\"\"~one|~\"\"\"; value [a, x] one",
                "[a]~x = \"\"\"one~two\"\"\"~y|; key [a] y",
                "[a]~x = '''~\"q|\"~'''; value [a, x] \"q\"",
                "[a]~x = '''~[b]~|; value [a, x] ",
                "x = \"unclosed~[a]~y|; key [a] y",
                "[a]~\"b c\" = \"|; value [a, b c] ",
                "[a.b~x = \"|; value [a, b, x] ",
            })
    void whatIsTypedIsSeen(String marked, String expected) {
        assertThat(shown(at(marked)).strip()).isEqualTo(expected.strip());
    }

    @Test
    void whatIsSetAroundAPlaceIsSeenBeforeAndBehindIt() {
        TomlSpot.InKey key = (TomlSpot.InKey) at("[a]~x = 'one'~|~y = { z = 1 }~~[a.b]~[[a.c]]~[d]~w = 1");
        TomlEntries entries = key.table().entries();
        assertThat(entries.text("x")).isEqualTo("one");
        assertThat(List.of("x", "y", "b", "c"))
                .allMatch(set -> entries.has(List.of(), set, key.segment().span()));
        assertThat(List.of("d", "w", "z"))
                .noneMatch(set -> entries.has(List.of(), set, key.segment().span()));
    }

    @Test
    void whatIsSetInBracesIsSeen() {
        TomlSpot.InKey key = (TomlSpot.InKey) at("[a]~x = { y = \"1\", |, z = [1, 2], w.v = { u = 1 } }~q = 1");
        TomlEntries entries = key.table().entries();
        assertThat(entries.text("y")).isEqualTo("1");
        assertThat(List.of("y", "z", "w")).allMatch(set -> entries.has(List.of(), set, Span.at(0)));
        assertThat(List.of("q", "u", "x")).noneMatch(set -> entries.has(List.of(), set, Span.at(0)));
    }

    /** Lines are kept from one edit to the next; that must not show. */
    @Test
    void linesFollowEditsAsIfTheTextWereNew() {
        Random dice = new Random(7);
        String[] pieces = {
            "[a]\n", "x = [\n", "]\n", "\"b\",\n", "'''", "\"\"\"", "{ y = 1 }", "\n", "# c\n", "[[b.c]]\n", "z = 2\n"
        };
        StringBuilder text = new StringBuilder();
        TextLines lines = TextLines.of("");
        for (int edit = 0; edit < 3000; edit++) {
            int at = dice.nextInt(text.length() + 1);
            if (dice.nextInt(3) == 0 && !text.isEmpty()) {
                text.delete(at, Math.min(text.length(), at + dice.nextInt(12)));
            } else {
                text.insert(at, pieces[dice.nextInt(pieces.length)]);
            }
            if (text.length() > 400) {
                text.delete(0, 200);
            }
            lines = lines.changedTo(text.toString());
            TextLines anew = TextLines.of(text.toString());
            assertThat(lines.count()).isEqualTo(anew.count());
            for (int line = 0; line < anew.count(); line++) {
                assertThat(lines.start(line)).isEqualTo(anew.start(line));
                assertThat(lines.state(line)).as("line %d of %s", line, text).isEqualTo(anew.state(line));
            }
        }
    }
}
