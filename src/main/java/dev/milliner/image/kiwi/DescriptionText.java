package dev.milliner.image.kiwi;

import dev.milliner.ground.SafeXml;
import dev.milliner.text.Place;
import dev.milliner.text.TextRange;
import java.io.StringReader;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.xml.XMLConstants;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;

/** A text as elements, each with its place. */
final class DescriptionText {
    private static final Pattern ATTRIBUTE = Pattern.compile("([^\\s=<>\"'/]+)\\s*=\\s*(?:\"[^\"]*\"|'[^']*')");

    /** What some editors put before a text to say that it is UTF-8. */
    private static final String MARK = "\uFEFF";

    /** Far deeper than any description goes. */
    private static final int DEEPEST = 64;

    private final String text;
    private final String file;
    private final TextPlaces places;

    /** An element that is being read. */
    private record Open(
            String name, List<KiwiAttribute> attributes, List<KiwiElement> children, StringBuilder text, Place place) {
        KiwiElement closed() {
            return new KiwiElement(name, attributes, children, text.toString(), place);
        }
    }

    private DescriptionText(String text, String file) {
        this.text = text;
        this.file = file;
        this.places = new TextPlaces(text, file);
    }

    /**
     * Reads a text; nothing outside of it is read.
     *
     * @param file how places call it
     * @return its outer element
     * @throws BrokenDescription where it is no XML
     */
    static KiwiElement read(String text, String file) throws BrokenDescription {
        return new DescriptionText(text.startsWith(MARK) ? text.substring(1) : text, file).read();
    }

    private KiwiElement read() throws BrokenDescription {
        try {
            XMLStreamReader xml = SafeXml.reader(new StringReader(text));
            // A document round the outer element, so that there is always one to add to.
            Deque<Open> open = new ArrayDeque<>(
                    List.of(new Open("", List.of(), new ArrayList<>(), new StringBuilder(), Place.startOf(file))));
            while (xml.hasNext()) {
                step(xml, open);
            }
            return open.element().closed().children().getFirst();
        } catch (XMLStreamException broken) {
            int line = SafeXml.line(broken);
            throw new BrokenDescription(
                    "This is no XML: " + ParserWords.of(broken) + ". KIWI can't read the description; correct it.",
                    new Place(file, new TextRange(line, 1, line, Integer.MAX_VALUE)));
        }
    }

    private void step(XMLStreamReader xml, Deque<Open> open) throws XMLStreamException {
        switch (xml.next()) {
            case XMLStreamConstants.START_ELEMENT -> {
                if (open.size() > DEEPEST) {
                    throw new XMLStreamException(
                            "its elements stand in one another more than " + DEEPEST + " deep", xml.getLocation());
                }
                open.push(start(xml));
            }
            case XMLStreamConstants.END_ELEMENT -> {
                KiwiElement closed = open.pop().closed();
                open.element().children().add(closed);
            }
            case XMLStreamConstants.CHARACTERS, XMLStreamConstants.CDATA ->
                open.element().text().append(xml.getText());
            case XMLStreamConstants.ENTITY_REFERENCE ->
                throw new XMLStreamException(
                        "the entity &" + xml.getLocalName() + "; is not resolved, write what it stands for",
                        xml.getLocation());
            default -> {
                // Comments and instructions say nothing here.
            }
        }
    }

    private Open start(XMLStreamReader xml) {
        int end = places.offset(
                xml.getLocation().getLineNumber(), xml.getLocation().getColumnNumber());
        int start = Math.max(0, text.lastIndexOf('<', end - 1));
        Map<String, Place> placed = attributes(start, end);
        Place place = places.of(start, end);
        List<KiwiAttribute> attributes = new ArrayList<>();
        for (int i = 0; i < xml.getAttributeCount(); i++) {
            // KIWI heeds no defaults of a document type.
            if (!xml.isAttributeSpecified(i)) {
                continue;
            }
            String prefix = xml.getAttributePrefix(i);
            String written = (prefix == null || prefix.isEmpty() ? "" : prefix + ":") + xml.getAttributeLocalName(i);
            attributes.add(new KiwiAttribute(
                    named(xml, i, written), xml.getAttributeValue(i), placed.getOrDefault(written, place)));
        }
        String space = xml.getNamespaceURI();
        String name = (space == null || space.isEmpty() ? "" : "{" + space + "}") + xml.getLocalName();
        return new Open(name, attributes, new ArrayList<>(), new StringBuilder(), place);
    }

    /** What counts of an attribute's name is the namespace, whatever its prefix. */
    private static String named(XMLStreamReader xml, int index, String written) {
        String space = xml.getAttributeNamespace(index);
        if (XMLConstants.W3C_XML_SCHEMA_INSTANCE_NS_URI.equals(space)) {
            return "xsi:" + xml.getAttributeLocalName(index);
        }
        return written.startsWith("xsi:") ? "{" + space + "}" + xml.getAttributeLocalName(index) : written;
    }

    /** Where each attribute of a tag stands. */
    private Map<String, Place> attributes(int start, int end) {
        Map<String, Place> found = new HashMap<>();
        Matcher attribute = ATTRIBUTE.matcher(text).region(start, end);
        while (attribute.find()) {
            found.put(attribute.group(1), places.of(attribute.start(), attribute.end()));
        }
        return found;
    }
}
