package dev.milliner.solve.comps;

import dev.milliner.ground.SafeXml;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;

/** Reads a comps.xml. */
public final class CompsReader {
    private final XMLStreamReader xml;
    private final Map<String, PackageGroup> groups = new LinkedHashMap<>();
    private final Map<String, Environment> environments = new LinkedHashMap<>();

    private CompsReader(XMLStreamReader xml) {
        this.xml = xml;
    }

    /**
     * Reads a file's content.
     *
     * @throws XMLStreamException where it is no XML
     */
    public static Comps read(InputStream content) throws XMLStreamException {
        CompsReader reader = new CompsReader(SafeXml.reader(content));
        reader.read();
        return new Comps(reader.groups, reader.environments);
    }

    private void read() throws XMLStreamException {
        while (xml.hasNext()) {
            if (xml.next() == XMLStreamConstants.START_ELEMENT) {
                switch (xml.getLocalName()) {
                    case "group" -> group();
                    case "environment" -> environment();
                    case "category" -> skip();
                    default -> {}
                }
            }
        }
    }

    private void group() throws XMLStreamException {
        String id = "";
        String name = "";
        List<GroupPackage> packages = new ArrayList<>();
        while (inside("group")) {
            switch (xml.getLocalName()) {
                case "id" -> id = text();
                case "name" -> name = untranslated(name);
                case "packagereq" -> packages.add(groupPackage());
                default -> {}
            }
        }
        groups.merge(id, new PackageGroup(id, name, packages), PackageGroup::with);
    }

    private GroupPackage groupPackage() throws XMLStreamException {
        // What libcomps takes where the word is missing or unknown.
        PackageType type = PackageType.of(attribute("type")).orElse(PackageType.MANDATORY);
        String requires = attribute("requires");
        boolean baseOnly = attribute("basearchonly").equalsIgnoreCase("true");
        return new GroupPackage(text(), type, Optional.of(requires).filter(one -> !one.isEmpty()), baseOnly);
    }

    private void environment() throws XMLStreamException {
        String id = "";
        String name = "";
        List<String> mandatory = new ArrayList<>();
        boolean optional = false;
        while (inside("environment")) {
            switch (xml.getLocalName()) {
                case "id" -> id = text();
                case "name" -> name = untranslated(name);
                case "optionlist" -> optional = true;
                case "grouplist" -> optional = false;
                case "groupid" -> {
                    String group = text();
                    if (!optional) {
                        mandatory.add(group);
                    }
                }
                default -> {}
            }
        }
        environments.merge(id, new Environment(id, name, mandatory), Environment::with);
    }

    /** Goes to the next element that begins; false at the end of the one around. */
    private boolean inside(String around) throws XMLStreamException {
        while (xml.hasNext()) {
            int event = xml.next();
            if (event == XMLStreamConstants.START_ELEMENT) {
                return true;
            }
            if (event == XMLStreamConstants.END_ELEMENT && xml.getLocalName().equals(around)) {
                return false;
            }
        }
        return false;
    }

    private void skip() throws XMLStreamException {
        String around = xml.getLocalName();
        while (inside(around)) {
            // What stands in it is of no account.
        }
    }

    private String untranslated(String known) throws XMLStreamException {
        boolean translated = xml.getAttributeValue("http://www.w3.org/XML/1998/namespace", "lang") != null;
        String found = text();
        return translated ? known : found;
    }

    private String text() throws XMLStreamException {
        return xml.getElementText().strip();
    }

    private String attribute(String name) {
        return Objects.requireNonNullElse(xml.getAttributeValue(null, name), "");
    }
}
