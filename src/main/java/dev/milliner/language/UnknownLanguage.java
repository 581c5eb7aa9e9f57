package dev.milliner.language;

import dev.milliner.distro.Problem;
import dev.milliner.text.Place;
import java.util.List;
import java.util.Optional;

/** Files of which nothing is known. */
final class UnknownLanguage implements Language {
    @Override
    public Completions complete(Document document, int offset) {
        return Completions.none(offset);
    }

    @Override
    public Optional<Hover> hover(Document document, int offset) {
        return Optional.empty();
    }

    @Override
    public Optional<Named> named(Document document, int offset) {
        return Optional.empty();
    }

    @Override
    public List<Place> definition(Document document, int offset) {
        return List.of();
    }

    @Override
    public List<CodeAction> actions(Document document, Span span, List<Problem> problems) {
        return List.of();
    }

    @Override
    public List<Symbol> outline(Document document) {
        return List.of();
    }

    @Override
    public List<FoldRange> folds(Document document) {
        return List.of();
    }
}
