package dev.milliner.language;

import dev.milliner.distro.Problem;
import dev.milliner.source.TreePaths;
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
        return XmlScan.at(document.text(), offset) instanceof XmlSpot.InAttributeValue value
                        && isPackage(value)
                        && !value.value().isEmpty()
                ? Optional.of(new Named(Entity.of(CompletionKind.PACKAGE, value.value()), value.span()))
                : Optional.empty();
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
                ? definition(document, value, offset)
                : List.of();
    }

    private List<Place> definition(Document document, XmlSpot.InAttributeValue value, int offset) {
        return switch (value.attribute()) {
            case "profile", "profiles" -> profile(document, itemAt(value, offset));
            case "from" ->
                Stream.of(value.value().replaceFirst("^this://(\\./)?", ""))
                        .map(path -> TreePaths.join(TreePaths.folder(document.path()), path))
                        .filter(knowledge.distro().tree()::exists)
                        .map(Place::startOf)
                        .toList();
            default -> List.of();
        };
    }

    /** The item of a list with commas that an offset stands in. */
    private static String itemAt(XmlSpot.InAttributeValue value, int offset) {
        int at = Math.clamp(
                offset - (long) value.span().start(), 0, value.value().length());
        int start = value.value().lastIndexOf(',', at - 1) + 1;
        int end = value.value().indexOf(',', at);
        return value.value()
                .substring(start, end < 0 ? value.value().length() : end)
                .strip();
    }

    private static List<Place> profile(Document document, String name) {
        return KiwiNames.profile(document.text(), name)
                .map(span -> new Place(document.path(), span.in(document.text())))
                .stream()
                .toList();
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
