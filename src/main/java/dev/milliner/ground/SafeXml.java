package dev.milliner.ground;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.xml.XMLConstants;
import javax.xml.parsers.DocumentBuilder;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import javax.xml.stream.events.EntityDeclaration;
import org.w3c.dom.Document;
import org.xml.sax.ErrorHandler;
import org.xml.sax.InputSource;
import org.xml.sax.SAXException;
import org.xml.sax.SAXParseException;

/** XML of others, read so that it cannot make this program open files or connections, or fill its memory. */
public final class SafeXml {
    /** References to entities in a text, and what they may hold together, in characters. */
    private static final int MOST_ENTITIES = 1000;

    private static final int LARGEST_ENTITIES = 100_000;

    private static final int LONGEST_DECLARATION = 256;
    private static final Pattern ENCODING =
            Pattern.compile("^(?:\u00EF\u00BB\u00BF)?<\\?xml\\b[^>]*?\\bencoding\\s*=\\s*[\"']([\\w.:-]+)[\"']");
    /** What may stand before UTF-8. */
    private static final byte[] MARK = {(byte) 0xEF, (byte) 0xBB, (byte) 0xBF};

    private SafeXml() {}

    /**
     * A reader of a stream. A document type is passed over and its entities are not known. It is decoded here: where bytes are
     * none of their encoding, the JDK's reader prints that besides throwing it.
     *
     * @param stream the XML; not closed with the reader
     */
    public static XMLStreamReader reader(InputStream stream) throws XMLStreamException {
        BufferedInputStream content = new BufferedInputStream(stream);
        try {
            content.mark(LONGEST_DECLARATION);
            byte[] start = content.readNBytes(LONGEST_DECLARATION);
            content.reset();
            Optional<Charset> encoding = encoding(start);
            if (encoding.isEmpty()) {
                return new ToldXml(factory().createXMLStreamReader(content));
            }
            content.skipNBytes(isMarked(start) ? MARK.length : 0);
            return new ToldXml(factory()
                    .createXMLStreamReader(
                            new InputStreamReader(content, encoding.get().newDecoder())));
        } catch (IOException unreadable) {
            throw new XMLStreamException(unreadable.getMessage(), unreadable);
        }
    }

    /** The line that a failure is at; the first where it does not say. */
    public static int line(XMLStreamException failure) {
        return Optional.ofNullable(failure.getLocation())
                .map(place -> Math.max(1, place.getLineNumber()))
                .orElse(1);
    }

    /** The encoding that a text names, or UTF-8; empty where it is one that only the JDK's reader tells. */
    private static Optional<Charset> encoding(byte[] start) {
        boolean wide = start.length > 1 && (start[0] == 0 || start[1] == 0 || (start[0] & 0xFE) == 0xFE);
        Matcher declared = ENCODING.matcher(new String(start, StandardCharsets.ISO_8859_1));
        if (wide) {
            return Optional.empty();
        }
        try {
            return Optional.of(declared.find() ? Charset.forName(declared.group(1)) : StandardCharsets.UTF_8);
        } catch (IllegalArgumentException unknown) {
            return Optional.empty();
        }
    }

    private static boolean isMarked(byte[] start) {
        return start.length >= MARK.length && Arrays.equals(start, 0, MARK.length, MARK, 0, MARK.length);
    }

    /**
     * A reader of a text that was decoded before. Entities that it declares with their text are known, as long as they stay
     * small; nothing outside is read.
     *
     * @throws XMLStreamException at the document type, where that names an entity outside
     */
    public static XMLStreamReader reader(Reader text) throws XMLStreamException {
        XMLInputFactory factory = factory();
        factory.setProperty(XMLInputFactory.SUPPORT_DTD, true);
        factory.setProperty("http://java.sun.com/xml/stream/properties/ignore-external-dtd", true);
        factory.setProperty("jdk.xml.entityExpansionLimit", MOST_ENTITIES);
        factory.setProperty("jdk.xml.totalEntitySizeLimit", LARGEST_ENTITIES);
        return new ToldXml(factory.createXMLStreamReader(text)) {
            @Override
            public int next() throws XMLStreamException {
                int event = super.next();
                if (event == XMLStreamConstants.DTD) {
                    refuseOutside(getParent());
                }
                return event;
            }
        };
    }

    private static void refuseOutside(XMLStreamReader xml) throws XMLStreamException {
        if (xml.getProperty("javax.xml.stream.entities") instanceof List<?> entities) {
            for (Object one : entities) {
                if (one instanceof EntityDeclaration entity && entity.getSystemId() != null) {
                    throw new XMLStreamException(
                            "the entity &" + entity.getName() + "; lies outside of the file, which is not read",
                            xml.getLocation());
                }
            }
        }
    }

    private static XMLInputFactory factory() {
        // A library may bring another reader, and readers differ in where they say an element stands.
        XMLInputFactory factory = XMLInputFactory.newDefaultFactory();
        factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
        factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
        factory.setProperty(XMLInputFactory.IS_COALESCING, true);
        return factory;
    }

    /**
     * A whole document. One with a document type is refused.
     *
     * @throws SAXParseException where it is no XML; it knows the line
     * @throws SAXException where it is refused
     */
    public static Document document(InputSource source) throws SAXException, IOException {
        try {
            DocumentBuilderFactory factory = DocumentBuilderFactory.newDefaultInstance();
            factory.setFeature(XMLConstants.FEATURE_SECURE_PROCESSING, true);
            factory.setFeature("http://apache.org/xml/features/disallow-doctype-decl", true);
            DocumentBuilder builder = factory.newDocumentBuilder();
            builder.setErrorHandler(new Silent());
            return builder.parse(source);
        } catch (ParserConfigurationException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    /** Throws instead of printing. */
    private static final class Silent implements ErrorHandler {
        @Override
        public void warning(SAXParseException warning) {
            // What is only doubtful is read all the same.
        }

        @Override
        public void error(SAXParseException error) {
            // Only a document type could make one.
        }

        @Override
        public void fatalError(SAXParseException error) throws SAXException {
            throw error;
        }
    }
}
