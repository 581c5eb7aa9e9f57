package dev.milliner.toml;

import dev.milliner.text.TextRange;
import java.io.Serial;

/** Leaves the construct that is broken; the parser notes the problem and goes on behind it. */
final class TomlSyntaxException extends Exception {
    @Serial
    private static final long serialVersionUID = 1L;

    private final transient TextRange range;

    TomlSyntaxException(String message, TextRange range) {
        super(message, null, false, false);
        this.range = range;
    }

    TextRange range() {
        return range;
    }

    String plainMessage() {
        return String.valueOf(getMessage());
    }
}
