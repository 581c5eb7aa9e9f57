package dev.milliner.toml;

import dev.milliner.fuzz.ReaderFuzz;
import dev.milliner.text.LineLexer;
import java.util.List;

/** TOML of any kind is read as far as it goes. */
class TomlFuzzTest extends ReaderFuzz {
    @Override
    protected List<byte[]> seeds() {
        return List.of(text("""
                # A comment é🎩
                a = 1
                b.c."d e" = 'x'
                dates = [1979-05-27T07:32:00Z, 07:32:00, 1979-05-27]
                numbers = [0x1F, 0o7, 0b1, 1_000, -inf, nan, 6.6e-34]
                text = \"""
                two \\
                  lines \\u00e9\"""
                raw = '''it's'''
                [table]
                inline = { a = [{}, { b = [[]] }], c.d = true }
                [[array.of]]
                [[array.of]]
                [array.of.tables]
                """), text("a=1\r\nb = \"\\x41\"\r\n"));
    }

    @Override
    protected List<String> words() {
        return List.of(
                "[",
                "]",
                "{",
                "}",
                "[[",
                "]]",
                "=",
                ".",
                ",",
                "\"",
                "'",
                "\"\"\"",
                "'''",
                "\n",
                "\r\n",
                "#",
                "a.",
                "{a=",
                "[[a.a]]\n",
                "\\u",
                "\\U0010FFFF",
                "1e999",
                "9999-12-31T23:59:60Z",
                "99999999999999999999",
                "\uFEFF",
                "_");
    }

    @Override
    protected void read(byte[] input) {
        String text = TomlText.decode(input);
        TomlDocument document = TomlDocument.parse(text);
        use(document.root());
        use(document.problems());
        TomlLexer lexer = new TomlLexer();
        int state = LineLexer.START;
        for (String line : text.lines().toList()) {
            state = lexer.lex(line, state, (start, end, kind) -> {});
        }
    }

    @Override
    protected boolean isTold(Exception failure) {
        return false;
    }
}
