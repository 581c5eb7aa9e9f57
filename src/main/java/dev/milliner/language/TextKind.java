package dev.milliner.language;

import dev.milliner.spec.SpecLexer;
import dev.milliner.text.LineLexer;
import dev.milliner.text.XmlLexer;
import dev.milliner.toml.TomlLexer;
import java.util.Locale;

/** What kind of text a file holds, by its name. */
public enum TextKind {
    TOML("TOML 1.0"),
    XML("KIWI XML"),
    SPEC("RPM spec"),
    PLAIN("text");

    private final String label;

    TextKind(String label) {
        this.label = label;
    }

    /** The name for the status line. */
    public String label() {
        return label;
    }

    /** The lexer that colours it. */
    public LineLexer lexer() {
        return switch (this) {
            case TOML -> new TomlLexer();
            case XML -> new XmlLexer();
            case SPEC -> new SpecLexer();
            case PLAIN -> (line, state, tokens) -> LineLexer.START;
        };
    }

    /** Chooses by a file's name. */
    public static TextKind of(String file) {
        String name = file.toLowerCase(Locale.ROOT);
        if (name.endsWith(".toml")) {
            return TOML;
        } else if (name.endsWith(".kiwi") || name.endsWith(".xml")) {
            return XML;
        } else if (name.endsWith(".spec") || name.endsWith(".macros") || name.contains("/macros.")) {
            return SPEC;
        }
        return PLAIN;
    }

    /** Tells whether a line comment in this language starts with {@code #}. */
    public boolean hasHashComments() {
        return this != XML;
    }
}
