package dev.milliner.ground;

import java.util.MissingResourceException;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import javax.xml.stream.util.StreamReaderDelegate;

/** Reads on, and fails as callers expect where the JDK's reader lacks the words for what it found. */
class ToldXml extends StreamReaderDelegate {
    ToldXml(XMLStreamReader reader) {
        super(reader);
    }

    @Override
    public int next() throws XMLStreamException {
        try {
            return super.next();
        } catch (MissingResourceException wordless) {
            throw told(wordless);
        }
    }

    @Override
    public int nextTag() throws XMLStreamException {
        try {
            return super.nextTag();
        } catch (MissingResourceException wordless) {
            throw told(wordless);
        }
    }

    @Override
    public String getElementText() throws XMLStreamException {
        try {
            return super.getElementText();
        } catch (MissingResourceException wordless) {
            throw told(wordless);
        }
    }

    private XMLStreamException told(MissingResourceException wordless) {
        return new XMLStreamException("it is no XML", getLocation(), wordless);
    }
}
