package dev.milliner.toml;

import static org.assertj.core.api.Assertions.assertThat;

import dev.milliner.text.LineLexer;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class TomlLexerTest {
    private static final TomlLexer LEXER = new TomlLexer();

    /** The tokens of a text as {@code KIND:text}. */
    private static List<String> lex(String text) {
        List<String> found = new ArrayList<>();
        int state = LineLexer.START;
        for (String line : text.split("\n", -1)) {
            state = LEXER.lex(line, state, (start, end, kind) -> found.add(kind + ":" + line.substring(start, end)));
        }
        return found;
    }

    @Test
    void keysTablesStringsNumbersAndComments() {
        assertThat(lex("[[components.a.overlays]] # why\ntag = 'x' # y\nn = 1\nok = true"))
                .containsExactly(
                        "TABLE:[[components.a.overlays]]",
                        "COMMENT:# why",
                        "KEY:tag",
                        "PUNCTUATION:=",
                        "STRING:'x'",
                        "COMMENT:# y",
                        "KEY:n",
                        "PUNCTUATION:=",
                        "NUMBER:1",
                        "KEY:ok",
                        "PUNCTUATION:=",
                        "NUMBER:true");
    }

    @Test
    void multiLineStringsSpanLines() {
        assertThat(lex("a = \"\"\"one\n[not.a.table]\n# not a comment\nend\"\"\" # comment\nb = 1"))
                .containsExactly(
                        "KEY:a",
                        "PUNCTUATION:=",
                        "STRING:\"\"\"one",
                        "STRING:[not.a.table]",
                        "STRING:# not a comment",
                        "STRING:end\"\"\"",
                        "COMMENT:# comment",
                        "KEY:b",
                        "PUNCTUATION:=",
                        "NUMBER:1");
    }

    @Test
    void anArrayThatSpansLinesHoldsNoHeaders() {
        assertThat(lex("a = [\n  [\"x\"],\n  { k = \"v\", l = 2 },\n]\n[t]"))
                .containsExactly(
                        "KEY:a",
                        "PUNCTUATION:=",
                        "PUNCTUATION:[",
                        "PUNCTUATION:[",
                        "STRING:\"x\"",
                        "PUNCTUATION:]",
                        "PUNCTUATION:,",
                        "PUNCTUATION:{",
                        "KEY:k",
                        "PUNCTUATION:=",
                        "STRING:\"v\"",
                        "PUNCTUATION:,",
                        "KEY:l",
                        "PUNCTUATION:=",
                        "NUMBER:2",
                        "PUNCTUATION:}",
                        "PUNCTUATION:,",
                        "PUNCTUATION:]",
                        "TABLE:[t]");
    }

    @Test
    void quotesBeforeTheClosingThreeBelongToTheString() {
        assertThat(lex("a = '''it''''' # c")).contains("STRING:'''it'''''", "COMMENT:# c");
    }

    @Test
    void brokenTextIsColouredToo() {
        assertThat(lex("= = ]] }}} \"open\n[open\n\"\"\" \\")).isNotEmpty();
    }
}
