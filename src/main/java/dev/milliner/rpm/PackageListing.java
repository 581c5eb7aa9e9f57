package dev.milliner.rpm;

import dev.milliner.ground.SafeXml;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;

/** Finds packages in a repository's metadata by the files that they hold. */
final class PackageListing {
    private static final long MOST = 8L << 30;
    private static final Set<String> NAMING = Set.of("name", "arch", "summary");

    private PackageListing() {}

    /** Those that hold a file, the newest of each name; none where the repository has no file lists. */
    static List<PackageEntry> holding(RepositoryMetadata metadata, Predicate<String> wanted) throws IOException {
        if (metadata.fileLists().isEmpty()) {
            return List.of();
        }
        Set<String> ids = ids(metadata.fileLists().get(), wanted);
        Map<String, PackageEntry> newest = new HashMap<>();
        for (PackageEntry one : ids.isEmpty() ? List.<PackageEntry>of() : entries(metadata.primary(), ids)) {
            newest.merge(one.name(), one, (old, now) -> old.full().compareTo(now.full()) < 0 ? now : old);
        }
        return newest.values().stream()
                .sorted(Comparator.comparing(PackageEntry::name))
                .toList();
    }

    private static Set<String> ids(Path lists, Predicate<String> wanted) throws IOException {
        Set<String> ids = new HashSet<>();
        read(lists, xml -> {
            String id = "";
            while (xml.hasNext()) {
                if (xml.next() != XMLStreamConstants.START_ELEMENT) {
                    continue;
                }
                if (xml.getLocalName().equals("package")) {
                    id = attribute(xml, "pkgid");
                } else if (xml.getLocalName().equals("file") && wanted.test(xml.getElementText())) {
                    ids.add(id);
                }
            }
        });
        return ids;
    }

    private static List<PackageEntry> entries(Path primary, Set<String> ids) throws IOException {
        List<PackageEntry> entries = new ArrayList<>();
        read(primary, xml -> {
            Map<String, String> values = new HashMap<>();
            while (xml.hasNext()) {
                int event = xml.next();
                if (event == XMLStreamConstants.START_ELEMENT) {
                    note(xml, values);
                } else if (event == XMLStreamConstants.END_ELEMENT
                        && xml.getLocalName().equals("package")) {
                    PackageEntry entry = entry(values);
                    if (ids.contains(entry.checksum())
                            && entry.isSound()
                            && !entry.architecture().endsWith("src")) {
                        entries.add(entry);
                    }
                    values.clear();
                }
            }
        });
        return entries;
    }

    /** Every package by its name, without those of sources; a name as often as the file has it. */
    static List<NamedPackage> named(Path primary) throws IOException {
        List<NamedPackage> named = new ArrayList<>();
        read(primary, xml -> {
            Map<String, String> values = new HashMap<>();
            while (xml.hasNext()) {
                int event = xml.next();
                if (event == XMLStreamConstants.START_ELEMENT && NAMING.contains(xml.getLocalName())) {
                    String element = xml.getLocalName();
                    values.putIfAbsent(element, xml.getElementText());
                } else if (event == XMLStreamConstants.END_ELEMENT
                        && xml.getLocalName().equals("package")) {
                    if (!values.getOrDefault("arch", "src").endsWith("src")) {
                        named.add(
                                new NamedPackage(values.getOrDefault("name", ""), values.getOrDefault("summary", "")));
                    }
                    values.clear();
                }
            }
        });
        return named;
    }

    private static void note(XMLStreamReader xml, Map<String, String> values) throws XMLStreamException {
        switch (xml.getLocalName()) {
            case "name", "arch" -> {
                String element = xml.getLocalName();
                values.putIfAbsent(element, xml.getElementText());
            }
            case "version" -> {
                values.putIfAbsent("epoch", attribute(xml, "epoch"));
                values.putIfAbsent("ver", attribute(xml, "ver"));
                values.putIfAbsent("rel", attribute(xml, "rel"));
            }
            case "checksum" -> {
                values.putIfAbsent("type", attribute(xml, "type"));
                values.putIfAbsent("checksum", xml.getElementText());
            }
            case "location" -> values.putIfAbsent("href", attribute(xml, "href"));
            case "size" -> values.putIfAbsent("size", attribute(xml, "package"));
            default -> {
                // Of no use here.
            }
        }
    }

    private static PackageEntry entry(Map<String, String> values) {
        return new PackageEntry(
                values.getOrDefault("name", ""),
                number(values.getOrDefault("epoch", ""), 0),
                values.getOrDefault("ver", ""),
                values.getOrDefault("rel", ""),
                values.getOrDefault("arch", ""),
                values.getOrDefault("href", ""),
                values.getOrDefault("type", ""),
                values.getOrDefault("checksum", ""),
                number(values.getOrDefault("size", ""), -1));
    }

    private static long number(String text, long otherwise) {
        return text.matches("[0-9]{1,18}") ? Long.parseLong(text) : otherwise;
    }

    private static String attribute(XMLStreamReader xml, String name) {
        String value = xml.getAttributeValue(null, name);
        return value == null ? "" : value;
    }

    /** Reads a metadata file. */
    private interface Reading {
        void of(XMLStreamReader xml) throws XMLStreamException;
    }

    private static void read(Path file, Reading reading) throws IOException {
        try (InputStream raw = new BufferedInputStream(Files.newInputStream(file));
                InputStream content = new BoundedStream(Compression.open(file, raw), MOST, file.toString())) {
            reading.of(SafeXml.reader(content));
        } catch (XMLStreamException broken) {
            throw new IOException(file + " is broken", broken);
        }
    }
}
