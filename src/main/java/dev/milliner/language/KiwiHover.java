package dev.milliner.language;

import dev.milliner.image.kiwi.KiwiSchema;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** What there is to say of places in KIWI descriptions. */
final class KiwiHover {
    private static final int MOST_LISTED = 12;

    private KiwiHover() {}

    static Optional<Hover> at(Knowledge knowledge, XmlSpot spot) {
        return switch (spot) {
            case XmlSpot.InElement element -> element(element);
            case XmlSpot.InAttribute attribute ->
                attribute(attribute.element(), attribute.name(), attribute.span(), attribute.name());
            case XmlSpot.InAttributeValue value -> value(knowledge, value);
            case XmlSpot.InText text ->
                KiwiSchema.element(text.element())
                        .map(one -> new Hover(text.span(), one.name(), paragraph(one.means())));
            case XmlSpot.Nothing nothing -> Optional.empty();
        };
    }

    private static List<HoverPart> paragraph(String text) {
        return List.of(new HoverPart.Paragraph(text));
    }

    private static Optional<Hover> element(XmlSpot.InElement spot) {
        return KiwiSchema.element(spot.name()).map(element -> {
            List<HoverPart> parts = new ArrayList<>(paragraph(element.means()));
            List<HoverPart.Fact> facts = new ArrayList<>();
            if (!element.attributes().isEmpty()) {
                facts.add(new HoverPart.Fact("Attributes", listed(element.attributes())));
            }
            if (!element.children().isEmpty()) {
                facts.add(new HoverPart.Fact("Elements", listed(element.children())));
            }
            if (!facts.isEmpty()) {
                parts.add(new HoverPart.Facts(facts));
            }
            return new Hover(spot.span(), element.name(), parts);
        });
    }

    private static String listed(List<String> names) {
        return names.size() <= MOST_LISTED
                ? String.join(", ", names)
                : String.join(", ", names.subList(0, MOST_LISTED)) + " and " + (names.size() - MOST_LISTED) + " more";
    }

    private static Optional<Hover> attribute(String element, String attribute, Span span, String title) {
        return KiwiSchema.means(element, attribute).map(means -> {
            List<HoverPart> parts = new ArrayList<>(paragraph(means));
            List<String> values = KiwiSchema.values(element, attribute);
            if (!values.isEmpty()) {
                parts.add(new HoverPart.Facts(List.of(new HoverPart.Fact("One of", String.join(", ", values)))));
            }
            return new Hover(span, title, parts);
        });
    }

    private static Optional<Hover> value(Knowledge knowledge, XmlSpot.InAttributeValue value) {
        if (KiwiLanguage.isPackage(value)) {
            List<HoverPart> parts = DefinitionHelp.packageParts(knowledge, value.value());
            boolean known = parts.stream().anyMatch(part -> !part.markdown().isEmpty());
            return Optional.of(new Hover(
                    value.span(),
                    value.value() + " (package)",
                    known ? parts : paragraph("Neither the distro nor a repository that was read names it.")));
        }
        return attribute(value.element(), value.attribute(), value.span(), value.attribute());
    }
}
