package dev.milliner.image.kiwi;

import dev.milliner.text.Place;
import java.util.List;
import java.util.Optional;

/**
 * An element of a description.
 *
 * @param name its name; with the namespace in braces before it where it is in one, which none of KIWI's own is
 * @param attributes its attributes, in order
 * @param children the elements in it, in order
 * @param text the text in it, that of its children left out
 * @param place where its opening tag stands
 */
public record KiwiElement(
        String name, List<KiwiAttribute> attributes, List<KiwiElement> children, String text, Place place) {
    /** With lists that nobody changes. */
    public KiwiElement {
        attributes = List.copyOf(attributes);
        children = List.copyOf(children);
    }

    /** An attribute by name. */
    public Optional<KiwiAttribute> attribute(String wanted) {
        return attributes.stream().filter(one -> one.name().equals(wanted)).findFirst();
    }

    /** What an attribute is; nothing where it is not there. */
    public String value(String attribute) {
        return attribute(attribute).map(KiwiAttribute::value).orElse("");
    }

    /** Tells whether an attribute says yes. */
    public boolean isTrue(String attribute) {
        return value(attribute).equals("true") || value(attribute).equals("1");
    }

    /** The profiles that it counts for, blanks and all, as KIWI takes them; none for all. */
    public List<String> profiles() {
        return listed(value("profiles"));
    }

    /** The architectures that it counts for; none for all. */
    public List<String> architectures() {
        return listed(value("arch").strip());
    }

    private static List<String> listed(String value) {
        return value.isEmpty() ? List.of() : List.of(value.split(",", -1));
    }

    /** The children of a name. */
    public List<KiwiElement> children(String wanted) {
        return children.stream().filter(one -> one.name().equals(wanted)).toList();
    }

    KiwiElement containing(List<KiwiElement> others) {
        return new KiwiElement(name, attributes, others, text, place);
    }
}
