package dev.milliner.language;

import dev.milliner.distro.Problem;
import dev.milliner.text.Place;
import java.util.ArrayList;
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

    /** The way down the outline to an offset, outermost first. */
    default List<Symbol> breadcrumb(Document document, int offset) {
        int line = Span.at(offset).in(document.text()).line();
        List<Symbol> way = new ArrayList<>();
        List<Symbol> level = outline(document);
        while (!level.isEmpty()) {
            Optional<Symbol> inside = level.stream()
                    .filter(symbol -> symbol.place().range().touchesLine(line))
                    .reduce((first, last) -> last);
            inside.ifPresent(way::add);
            level = inside.map(Symbol::children).orElse(List.of());
        }
        return List.copyOf(way);
    }

    List<FoldRange> folds(Document document);
}
