package dev.milliner.ground;

import java.io.IOException;
import java.io.InputStream;
import java.io.Reader;
import java.util.List;
import javax.xml.XMLConstants;
import javax.xml.parsers.DocumentBuilder;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import javax.xml.stream.events.EntityDeclaration;
import javax.xml.stream.util.StreamReaderDelegate;
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

    private SafeXml() {}

    /**
     * A reader of a stream. A document type is passed over and its entities are not known.
     *
     * @param stream the XML; not closed with the reader
     */
    public static XMLStreamReader reader(InputStream stream) throws XMLStreamException {
        return factory().createXMLStreamReader(stream);
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
        return new StreamReaderDelegate(factory.createXMLStreamReader(text)) {
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
