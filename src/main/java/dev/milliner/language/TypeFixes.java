package dev.milliner.language;

import java.util.Optional;

/** The value of a key as another type, where its text says what is meant. */
final class TypeFixes {
    private TypeFixes() {}

    /** What should stand in place of a value that is of the wrong type. */
    static Optional<String> of(String message, String written) {
        boolean isText = written.startsWith("\"") || written.startsWith("'");
        String bare = isText ? TomlQuotes.value(written) : written;
        if (message.contains("must be text in quotes")
                && !isText
                && !written.startsWith("[")
                && !written.startsWith("{")) {
            return Optional.of(TomlQuotes.quoted(written));
        }
        if (message.contains("must be true or false")) {
            return bare.equals("true") || bare.equals("false") ? Optional.of(bare) : Optional.empty();
        }
        return message.contains("must be an array") && !written.startsWith("{")
                ? Optional.of("[" + (isText ? written : TomlQuotes.quoted(written)) + "]")
                : Optional.empty();
    }
}
