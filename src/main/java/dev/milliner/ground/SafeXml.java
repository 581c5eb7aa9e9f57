package dev.milliner.ground;

import java.io.InputStream;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;

/** XML of others, read so that it cannot make this program open files or connections, or fill its memory. */
public final class SafeXml {
    private SafeXml() {}

    /**
     * A reader of a stream. A document type is passed over and its entities are not known.
     *
     * @param stream the XML; not closed with the reader
     */
    public static XMLStreamReader reader(InputStream stream) throws XMLStreamException {
        // A library may bring another reader, and readers differ in where they say an element stands.
        XMLInputFactory factory = XMLInputFactory.newDefaultFactory();
        factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
        factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
        factory.setProperty(XMLInputFactory.IS_COALESCING, true);
        return factory.createXMLStreamReader(stream);
    }
}
