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
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;

/** A text as elements, each with its place. */
final class DescriptionText {
    private static final Pattern ATTRIBUTE = Pattern.compile("([^\\s=<>\"'/]+)\\s*=\\s*(?:\"[^\"]*\"|'[^']*')");

    /** How the parser says that names are not used well: the kind, and two names. */
    private static final Pattern NAMES = Pattern.compile("REC-xml-names-\\d+#(\\w+)\\?([^&]*)&([^&]*)");

    /** Far deeper than any description goes. */
    private static final int DEEPEST = 64;

    private final String text;
    private final String file;
    private final List<Integer> lineStarts = new ArrayList<>(List.of(0));

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
        for (int end = text.indexOf('\n'); end >= 0; end = text.indexOf('\n', end + 1)) {
            lineStarts.add(end + 1);
        }
    }

    /**
     * Reads a text; no entity of it is resolved.
     *
     * @param file how places call it
     * @return its outer element
     * @throws BrokenDescription where it is no XML
     */
    static KiwiElement read(String text, String file) throws BrokenDescription {
        return new DescriptionText(text, file).read();
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
            int line = broken.getLocation() == null
                    ? 1
                    : Math.max(1, broken.getLocation().getLineNumber());
            throw new BrokenDescription(
                    "This is no XML: " + words(broken) + ". KIWI can't read the description; correct it.",
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
        int endLine = Math.max(1, xml.getLocation().getLineNumber());
        int end = Math.clamp(
                lineStarts.get(Math.min(endLine, lineStarts.size()) - 1)
                        + Math.max(2L, xml.getLocation().getColumnNumber())
                        - 1,
                0,
                text.length());
        int start = Math.max(0, text.lastIndexOf('<', end - 1));
        Map<String, Place> places = places(start, end);
        Place place = place(start, end);
        List<KiwiAttribute> attributes = new ArrayList<>();
        for (int i = 0; i < xml.getAttributeCount(); i++) {
            String prefix = xml.getAttributePrefix(i);
            String name = (prefix == null || prefix.isEmpty() ? "" : prefix + ":") + xml.getAttributeLocalName(i);
            attributes.add(new KiwiAttribute(name, xml.getAttributeValue(i), places.getOrDefault(name, place)));
        }
        String space = xml.getNamespaceURI();
        String name = (space == null || space.isEmpty() ? "" : "{" + space + "}") + xml.getLocalName();
        return new Open(name, attributes, new ArrayList<>(), new StringBuilder(), place);
    }

    /** Where each attribute of a tag stands. */
    private Map<String, Place> places(int start, int end) {
        Map<String, Place> places = new HashMap<>();
        Matcher found = ATTRIBUTE.matcher(text).region(start, end);
        while (found.find()) {
            places.put(found.group(1), place(found.start(), found.end()));
        }
        return places;
    }

    private Place place(int start, int end) {
        int line = line(start);
        int endLine = line(end);
        return new Place(
                file,
                new TextRange(
                        line + 1, start - lineStarts.get(line) + 1, endLine + 1, end - lineStarts.get(endLine) + 1));
    }

    private int line(int offset) {
        int found = java.util.Collections.binarySearch(lineStarts, offset);
        return found >= 0 ? found : -found - 2;
    }

    private static String words(XMLStreamException broken) {
        String message = String.valueOf(broken.getMessage());
        String words = message.replaceFirst("(?s)^ParseError at .*?Message: ", "")
                .lines()
                .findFirst()
                .orElse(message);
        Matcher names = NAMES.matcher(words);
        if (names.find()) {
            return switch (names.group(1)) {
                case "AttributeNotUnique" -> "'" + names.group(3) + "' stands twice in <" + names.group(2) + ">";
                default -> "a prefix of '" + names.group(2) + "' or '" + names.group(3) + "' is of no namespace";
            };
        }
        return words.endsWith(".") ? words.substring(0, words.length() - 1) : words;
    }
}
