package dev.milliner.language;

import dev.milliner.distro.Problem;
import dev.milliner.text.Place;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** What is known at places of KIWI descriptions. */
final class KiwiLanguage implements Language {
    private final Knowledge knowledge;

    KiwiLanguage(Knowledge knowledge) {
        this.knowledge = knowledge;
    }

    @Override
    public Completions complete(Document document, int offset) {
        return new KiwiCompletion(knowledge, document, offset).completions();
    }

    @Override
    public Optional<Hover> hover(Document document, int offset) {
        return KiwiHover.at(knowledge, XmlScan.at(document.text(), offset));
    }

    @Override
    public Optional<Named> named(Document document, int offset) {
        if (!(XmlScan.at(document.text(), offset) instanceof XmlSpot.InAttributeValue value)
                || value.value().isBlank()) {
            return Optional.empty();
        }
        if (isPackage(value)) {
            return Optional.of(new Named(Entity.of(CompletionKind.PACKAGE, value.value()), value.span()));
        }
        boolean profile = value.attribute().equals("profiles")
                || value.attribute().equals("profile")
                || (value.element().equals("profile") && value.attribute().equals("name"));
        return profile ? Optional.of(profile(document, value, offset)) : Optional.empty();
    }

    /** The profile, of several with commas between them, that an offset stands in. */
    private static Named profile(Document document, XmlSpot.InAttributeValue value, int offset) {
        int at = Math.clamp(
                offset - (long) value.span().start(), 0, value.value().length());
        int start = value.value().lastIndexOf(',', at - 1) + 1;
        int comma = value.value().indexOf(',', at);
        int end = comma < 0 ? value.value().length() : comma;
        String name = value.value().substring(start, end);
        int blanks = name.length() - name.stripLeading().length();
        int from = Math.min(offset, value.span().start() + start + blanks);
        Span span = new Span(from, Math.max(offset, from + name.strip().length()));
        return new Named(new Entity(CompletionKind.PROFILE, name.strip(), document.path()), span);
    }

    static boolean isPackage(XmlSpot.InAttributeValue value) {
        return value.attribute().equals("name")
                && (value.element().equals("package") || value.element().equals("ignore"));
    }

    @Override
    public List<Place> definition(Document document, int offset) {
        Optional<Named> named = named(document, offset);
        if (named.isPresent()) {
            return EntityPlaces.definition(knowledge, document, named.get().entity());
        }
        return XmlScan.at(document.text(), offset) instanceof XmlSpot.InAttributeValue value
                ? definition(document, value)
                : List.of();
    }

    private List<Place> definition(Document document, XmlSpot.InAttributeValue value) {
        return value.attribute().equals("from")
                ? Stream.of(value.value().replaceFirst("^this://(\\./)?", ""))
                        .map(path -> Entity.beside(document.path(), path))
                        .filter(knowledge.distro().tree()::exists)
                        .map(Place::startOf)
                        .toList()
                : List.of();
    }

    @Override
    public List<CodeAction> actions(Document document, Span span, List<Problem> problems) {
        return List.of();
    }

    @Override
    public List<Symbol> outline(Document document) {
        return XmlOutline.of(document);
    }

    @Override
    public List<FoldRange> folds(Document document) {
        return XmlOutline.folds(document);
    }
}
