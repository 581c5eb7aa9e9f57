package dev.milliner.language;

import dev.milliner.distro.Problem;
import dev.milliner.text.Place;
import java.util.List;
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

    @Override
    public List<Place> definition(Document document, int offset) {
        return TomlDefinition.at(TomlContext.at(knowledge, document, offset));
    }

    @Override
    public Optional<Named> named(Document document, int offset) {
        return TomlNames.at(TomlContext.at(knowledge, document, offset));
    }

    @Override
    public List<Symbol> outline(Document document) {
        return KnownOutline.of(knowledge, document).symbols();
    }

    @Override
    public List<Symbol> breadcrumb(Document document, int offset) {
        return TomlBreadcrumb.at(TomlContext.at(knowledge, document, offset), offset);
    }

    @Override
    public List<FoldRange> folds(Document document) {
        return TomlFolds.of(lines(document));
    }

    private TextLines lines(Document document) {
        return knowledge.surroundings().texts().lines(document);
    }

    @Override
    public List<CodeAction> actions(Document document, Span span, List<Problem> problems) {
        return TomlActions.of(knowledge, document, span, problems);
    }
}
