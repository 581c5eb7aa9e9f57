package dev.milliner.language;

import dev.milliner.distro.Problem;
import dev.milliner.text.Place;
import java.util.List;
import java.util.Optional;

/** What is known at places of the texts of one language. */
interface Language {
    default Completions complete(Document document, int offset) {
        return Completions.none(offset);
    }

    default Optional<Hover> hover(Document document, int offset) {
        return Optional.empty();
    }

    default List<Place> definition(Document document, int offset) {
        return List.of();
    }

    default List<Place> references(Document document, int offset) {
        return List.of();
    }

    default Optional<Rename> prepareRename(Document document, int offset) {
        return Optional.empty();
    }

    default RenameAnswer rename(Document document, int offset, String name) {
        return new RenameAnswer.Refusal("Nothing here has a name that could be changed.");
    }

    default List<CodeAction> actions(Document document, Span span, List<Problem> problems) {
        return List.of();
    }

    default List<Symbol> outline(Document document) {
        return List.of();
    }

    default List<FoldRange> folds(Document document) {
        return List.of();
    }

    default List<Span> highlights(Document document, int offset) {
        return List.of();
    }

    default List<DocumentLink> links(Document document) {
        return List.of();
    }
}
