package dev.milliner.language;

import java.util.Optional;

/** What is known at places of TOML files, by the format and the distro. */
final class TomlLanguage implements Language {
    private final Knowledge knowledge;

    TomlLanguage(Knowledge knowledge) {
        this.knowledge = knowledge;
    }

    @Override
    public Completions complete(Document document, int offset) {
        return TomlCompletion.at(TomlContext.at(knowledge, document, offset), offset);
    }

    @Override
    public Optional<Hover> hover(Document document, int offset) {
        return TomlHover.at(TomlContext.at(knowledge, document, offset));
    }
}
