package dev.milliner.language;

import java.util.List;
import java.util.Map;

/** What stands at an offset of an XML text, be it half typed. */
sealed interface XmlSpot {
    /**
     * The name of an element, or the place for one.
     *
     * @param around the elements around it, outermost first
     * @param span the name
     * @param name what is typed of it
     * @param closing whether it is the name in an end tag
     * @param opened whether a {@code <} stands before it
     */
    record InElement(List<String> around, Span span, String name, boolean closing, boolean opened) implements XmlSpot {}

    /**
     * The name of an attribute, or the place for one.
     *
     * @param element the element
     * @param span the name
     * @param name what is typed of it
     * @param set the attributes of the element with their values, as far as they are typed
     * @param followed whether an equals sign follows
     */
    record InAttribute(String element, Span span, String name, Map<String, String> set, boolean followed)
            implements XmlSpot {}

    /**
     * The value of an attribute.
     *
     * @param element the element
     * @param attribute the attribute
     * @param span what stands between the quotes
     * @param value the same
     * @param closed whether the quote is closed
     */
    record InAttributeValue(String element, String attribute, Span span, String value, boolean closed)
            implements XmlSpot {}

    /**
     * The text of an element that holds no other.
     *
     * @param element the element
     * @param span the text, without blanks around it
     * @param text the same
     */
    record InText(String element, Span span, String text) implements XmlSpot {}

    /** A comment, or a place where nothing can stand. */
    record Nothing() implements XmlSpot {}
}
