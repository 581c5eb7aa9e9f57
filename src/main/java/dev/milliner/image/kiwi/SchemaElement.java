package dev.milliner.image.kiwi;

import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * An element as the schema has it.
 *
 * @param means what it is, in our own words
 * @param children the elements that may stand in it, in the order they mostly stand
 * @param attributes the attributes that it may have, in the order they mostly stand
 * @param words what its text may be, where that is known
 * @param occurrences how often each of the children and attributes stands there, children as {@code <name>}
 * @param text what its text must be; none where it holds none, or any
 * @param holdsText whether it holds text
 */
public record SchemaElement(
        String name,
        String means,
        List<String> children,
        List<String> attributes,
        List<String> words,
        Map<String, Occurrence> occurrences,
        Optional<ValueForm> text,
        boolean holdsText) {
    /** With what nobody changes. */
    public SchemaElement {
        children = List.copyOf(children);
        attributes = List.copyOf(attributes);
        words = List.copyOf(words);
        occurrences = Map.copyOf(occurrences);
    }

    /** Tells whether a text may stand in it. */
    public boolean allows(String held) {
        return holdsText && text.map(form -> form.matches(held)).orElse(true);
    }

    /** How often another element may stand in it; nothing where it may not. */
    public Optional<Occurrence> child(String child) {
        return Optional.ofNullable(occurrences.get("<" + child + ">"));
    }

    /** Whether it may have an attribute, and must; nothing where it may not. */
    public Optional<Occurrence> attribute(String attribute) {
        return Optional.ofNullable(occurrences.get(attribute));
    }
}
