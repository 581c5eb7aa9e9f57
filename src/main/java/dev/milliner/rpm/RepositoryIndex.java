package dev.milliner.rpm;

import dev.milliner.ground.Digests;
import dev.milliner.ground.SafeXml;
import java.io.ByteArrayInputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;

/**
 * A repository's repomd.xml: which metadata files it has.
 *
 * @param checksum the SHA-256 of the file itself, in hexadecimal
 * @param revision what it says of its age; empty where it says nothing
 * @param entries its files by type, such as {@code primary}
 */
record RepositoryIndex(String checksum, String revision, Map<String, Entry> entries) {
    /**
     * One metadata file.
     *
     * @param location relative to the repository
     * @param algorithm its checksum's algorithm, as rpm-md calls it
     * @param checksum in hexadecimal
     * @param size in bytes; -1 where it is not given
     * @param openSize in bytes once it is unpacked; -1 where it is not given
     */
    record Entry(String location, String algorithm, String checksum, long size, long openSize) {}

    static RepositoryIndex parse(String id, byte[] content) throws RepositoryException {
        if (!isText(content)) {
            throw new RepositoryException("The repomd.xml of " + id + " is no UTF-8 text.");
        }
        try {
            XMLStreamReader xml = SafeXml.reader(new ByteArrayInputStream(content));
            Map<String, Entry> entries = new HashMap<>();
            String revision = "";
            while (xml.hasNext()) {
                if (xml.next() == XMLStreamConstants.START_ELEMENT) {
                    if (xml.getLocalName().equals("revision")) {
                        revision = xml.getElementText().strip();
                    } else if (xml.getLocalName().equals("data")) {
                        String type = attribute(xml, "type");
                        entries.put(type, entry(xml));
                    }
                }
            }
            return new RepositoryIndex(Digests.of(Digests.sha256(), content), revision, entries);
        } catch (XMLStreamException broken) {
            throw new RepositoryException(
                    "The repomd.xml of " + id + " is no XML: line " + SafeXml.line(broken) + ".", broken);
        }
    }

    /** Checked before it is parsed, as the JDK's reader prints such a fault besides throwing it. */
    private static boolean isText(byte[] content) {
        try {
            StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(content));
            return true;
        } catch (CharacterCodingException binary) {
            return false;
        }
    }

    private static Entry entry(XMLStreamReader xml) throws XMLStreamException {
        String location = "";
        String algorithm = "";
        String checksum = "";
        long size = -1;
        long openSize = -1;
        while (xml.hasNext()) {
            int event = xml.next();
            if (event == XMLStreamConstants.END_ELEMENT && xml.getLocalName().equals("data")) {
                break;
            }
            if (event == XMLStreamConstants.START_ELEMENT) {
                switch (xml.getLocalName()) {
                    case "location" -> location = attribute(xml, "href");
                    case "checksum" -> {
                        algorithm = attribute(xml, "type");
                        checksum = xml.getElementText().strip();
                    }
                    case "size" -> size = number(xml.getElementText().strip());
                    case "open-size" -> openSize = number(xml.getElementText().strip());
                    default -> {}
                }
            }
        }
        return new Entry(location, algorithm, checksum, size, openSize);
    }

    private static String attribute(XMLStreamReader xml, String name) {
        return Objects.requireNonNullElse(xml.getAttributeValue(null, name), "");
    }

    private static long number(String text) {
        try {
            return Long.parseLong(text);
        } catch (NumberFormatException junk) {
            return -1;
        }
    }

    /** The file of a type, in a form that is read here. */
    Optional<Entry> entry(String type) {
        return Optional.ofNullable(entries.get(type))
                .filter(entry -> !entry.location().isEmpty());
    }

    /** The comps.xml; packed where there is a choice, as DNF takes it. */
    Optional<Entry> groups() {
        return entry("group_gz").or(() -> entry("group"));
    }

    /** The modules.yaml. */
    Optional<Entry> modules() {
        return entry("modules");
    }

    /** How many bytes the file of a type is once it is unpacked; -1 where it is not said. */
    long openSize(String type) {
        return entry(type).map(Entry::openSize).orElse(-1L);
    }

    /** What it has and is not read, as words for people. */
    List<String> remarks(String id) {
        List<String> remarks = new ArrayList<>();
        if (entries.keySet().stream().anyMatch(type -> type.endsWith("_zck"))) {
            remarks.add(id + " also has its metadata in the zchunk format, which is not used.");
        }
        return remarks;
    }
}
