package dev.milliner.language;

import dev.milliner.distro.Kind;
import dev.milliner.distro.RpmRepository;
import dev.milliner.image.kiwi.KiwiSchema;
import dev.milliner.image.kiwi.SchemaElement;
import dev.milliner.language.Completion.Standing;
import java.util.List;
import java.util.function.Function;

/** Completion in KIWI descriptions. */
final class KiwiCompletion {
    private final Knowledge knowledge;
    private final Document document;
    private final int offset;

    KiwiCompletion(Knowledge knowledge, Document document, int offset) {
        this.knowledge = knowledge;
        this.document = document;
        this.offset = offset;
    }

    Completions completions() {
        return switch (XmlScan.at(document.text(), offset)) {
            case XmlSpot.InElement element when element.closing() -> closing(element);
            case XmlSpot.InElement element -> elements(element);
            case XmlSpot.InAttribute attribute -> attributes(attribute);
            case XmlSpot.InAttributeValue value -> values(value);
            case XmlSpot.InText text -> words(text);
            case XmlSpot.Nothing nothing -> Completions.none(offset);
        };
    }

    private Offer offer(Span span, String text) {
        return new Offer(span, text.substring(0, Math.clamp(offset - (long) span.start(), 0, text.length())));
    }

    private Completions closing(XmlSpot.InElement spot) {
        Offer offer = offer(spot.span(), spot.name());
        if (!spot.around().isEmpty()) {
            offer.add(Completion.of(
                    spot.around().getLast(), CompletionKind.ELEMENT, "ends the element", Completion.Help.NONE));
        }
        return offer.completions();
    }

    private Completions elements(XmlSpot.InElement spot) {
        Offer offer = offer(spot.span(), spot.name());
        List<String> names = spot.around().isEmpty()
                ? List.of("image")
                : KiwiSchema.element(spot.around().getLast())
                        .map(SchemaElement::children)
                        .orElse(List.of());
        for (String name : names) {
            KiwiSchema.element(name)
                    .ifPresent(element -> offer.add(Completion.of(
                                    name,
                                    CompletionKind.ELEMENT,
                                    element.attributes().isEmpty()
                                            ? ""
                                            : String.join(", ", first(element.attributes())),
                                    () -> List.of(new HoverPart.Paragraph(element.means())))
                            .inserting(inserted(spot, element))));
        }
        return offer.completions();
    }

    /** The name alone where the tag goes on behind it. */
    private Snippet inserted(XmlSpot.InElement spot, SchemaElement element) {
        String text = document.text();
        boolean goesOn = spot.opened()
                && spot.span().end() < text.length()
                && "<\n\r".indexOf(text.charAt(spot.span().end())) < 0;
        return goesOn ? Snippet.plain(element.name()) : Snippet.of((spot.opened() ? "" : "<") + written(element));
    }

    private static List<String> first(List<String> names) {
        return names.size() > 4 ? names.subList(0, 4) : names;
    }

    /** An element with its first attribute, and its end where others or a text stand in it. */
    private static String written(SchemaElement element) {
        boolean holds = !element.children().isEmpty() || element.attributes().isEmpty();
        String attribute = element.attributes().isEmpty()
                        || element.attributes().getFirst().equals("profiles")
                ? ""
                : " " + element.attributes().getFirst() + "=\"${1}\"";
        return element.name() + attribute + (holds ? ">${2}</" + element.name() + ">" : "/>");
    }

    private Completions attributes(XmlSpot.InAttribute spot) {
        Offer offer = offer(spot.span(), spot.name());
        List<String> names = KiwiSchema.element(spot.element())
                .map(SchemaElement::attributes)
                .orElse(List.of());
        for (String name : names) {
            String values = String.join(", ", first(KiwiSchema.values(spot.element(), name)));
            offer.add(Completion.of(name, CompletionKind.ATTRIBUTE, values, () -> help(spot.element(), name))
                    .inserting(Snippet.of(spot.followed() ? name : name + "=\"${1}\""))
                    .standing(spot.set().containsKey(name) ? Standing.SET : Standing.FREE));
        }
        return offer.completions();
    }

    static List<HoverPart> help(String element, String attribute) {
        return List.of(
                new HoverPart.Paragraph(KiwiSchema.means(element, attribute).orElse("")));
    }

    private Completions values(XmlSpot.InAttributeValue spot) {
        boolean list = spot.attribute().equals("profiles") || spot.attribute().equals("arch");
        int typedEnd =
                Math.clamp(offset - (long) spot.span().start(), 0, spot.value().length());
        int start = list ? spot.value().lastIndexOf(',', typedEnd - 1) + 1 : 0;
        int comma = list ? spot.value().indexOf(',', typedEnd) : -1;
        int end = comma < 0 ? spot.value().length() : comma;
        Span span = new Span(spot.span().start() + start, spot.span().start() + end);
        Offer offer = offer(span, spot.value().substring(start, end));
        String behind = spot.closed() ? "" : "\"";
        Function<String, Snippet> insert = value -> Snippet.plain(value + behind);
        DefinitionOffers definitions = new DefinitionOffers(knowledge, offer, insert);
        definitions.names(KiwiSchema.values(spot.element(), spot.attribute()), CompletionKind.WORD, "");
        if (KiwiLanguage.isPackage(spot)) {
            definitions.packages();
        } else if (spot.attribute().equals("profiles") || spot.attribute().equals("profile")) {
            definitions.names(KiwiNames.profiles(document.text()), CompletionKind.PROFILE, "profile");
        } else if (spot.attribute().equals("alias")) {
            definitions.all(Kind.REPOSITORY);
        } else if (spot.element().equals("source") && spot.attribute().equals("path")) {
            addresses(offer, insert);
        }
        return offer.completions();
    }

    /** Where the distro's repositories lie. */
    private void addresses(Offer offer, Function<String, Snippet> insert) {
        for (RpmRepository repository : knowledge.distro().repositories().values()) {
            repository
                    .baseUri()
                    .ifPresent(uri -> offer.add(Completion.of(
                                    uri,
                                    CompletionKind.REPOSITORY,
                                    repository.name(),
                                    () -> DefinitionHelp.parts(knowledge, repository))
                            .inserting(insert.apply(uri))));
        }
    }

    private Completions words(XmlSpot.InText spot) {
        Offer offer = offer(spot.span(), spot.text());
        KiwiSchema.element(spot.element())
                .map(SchemaElement::words)
                .orElse(List.of())
                .forEach(word -> offer.add(Completion.of(word, CompletionKind.WORD, "", Completion.Help.NONE)));
        return offer.completions();
    }
}
