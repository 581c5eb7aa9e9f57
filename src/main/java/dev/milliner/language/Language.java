package dev.milliner.language;

import dev.milliner.distro.Problem;
import dev.milliner.text.Place;
import java.util.List;
import java.util.Optional;

/** What is known at places of the texts of one language. */
interface Language {
    Completions complete(Document document, int offset);

    Optional<Hover> hover(Document document, int offset);

    /** The name at an offset, with what it stands for. */
    Optional<Named> named(Document document, int offset);

    List<Place> definition(Document document, int offset);

    List<CodeAction> actions(Document document, Span span, List<Problem> problems);

    List<Symbol> outline(Document document);

    List<FoldRange> folds(Document document);
}
