package dev.milliner.rpm;

import dev.milliner.ground.Digests;
import dev.milliner.ground.SafeXml;
import java.io.ByteArrayInputStream;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;

/**
 * The servers that hold a repository, best first.
 *
 * @param bases their base URIs, each with a slash at the end
 * @param checksums the SHA-256 or SHA-512 that their repomd.xml may have, in lower-case hexadecimal; empty for any
 */
record Mirrors(List<URI> bases, Set<String> checksums) {
    private static final String INDEX = "repodata/repomd.xml";

    private record Mirror(URI base, int preference) {}

    static Mirrors only(URI base) {
        return new Mirrors(List.of(base), Set.of());
    }

    static Mirrors parse(RepositorySource source, byte[] content) throws RepositoryException {
        Mirrors mirrors = source.kind() == RepositorySource.Kind.METALINK ? metalink(source, content) : list(content);
        if (mirrors.bases().isEmpty()) {
            throw new RepositoryException("The mirror list of the repository " + source.id() + " at " + source.uri()
                    + " names no server with http or https.");
        }
        return mirrors;
    }

    private static Mirrors list(byte[] content) {
        List<URI> bases = new String(content, StandardCharsets.UTF_8)
                .lines()
                .map(String::strip)
                .filter(Mirrors::isWeb)
                .flatMap(line -> uri(line).stream())
                .toList();
        return new Mirrors(bases, Set.of());
    }

    private static boolean isWeb(String uri) {
        String lower = uri.toLowerCase(Locale.ROOT);
        return lower.startsWith("http://") || lower.startsWith("https://");
    }

    private static List<URI> uri(String text) {
        try {
            return List.of(URI.create(text.endsWith("/") ? text : text + "/"));
        } catch (IllegalArgumentException junk) {
            return List.of();
        }
    }

    /** The mirrors and the checksums of the newest repomd.xml and of the older ones that are still allowed. */
    private static Mirrors metalink(RepositorySource source, byte[] content) throws RepositoryException {
        List<Mirror> mirrors = new ArrayList<>();
        Set<String> checksums = new TreeSet<>();
        try {
            XMLStreamReader xml = SafeXml.reader(new ByteArrayInputStream(content));
            while (xml.hasNext()) {
                if (xml.next() == XMLStreamConstants.START_ELEMENT) {
                    if (xml.getLocalName().equals("hash")) {
                        addChecksum(xml, checksums);
                    } else if (xml.getLocalName().equals("url")) {
                        addMirror(xml, mirrors);
                    }
                }
            }
        } catch (XMLStreamException broken) {
            throw new RepositoryException(
                    "The metalink of the repository " + source.id() + " is no XML: line " + SafeXml.line(broken) + ".",
                    broken);
        }
        mirrors.sort(Comparator.comparingInt(Mirror::preference).reversed());
        return new Mirrors(mirrors.stream().map(Mirror::base).toList(), checksums);
    }

    private static void addChecksum(XMLStreamReader xml, Set<String> checksums) throws XMLStreamException {
        String type = Objects.requireNonNullElse(xml.getAttributeValue(null, "type"), "");
        String value = xml.getElementText().strip().toLowerCase(Locale.ROOT);
        if (type.equalsIgnoreCase("sha256") || type.equalsIgnoreCase("sha512")) {
            checksums.add(value);
        }
    }

    private static void addMirror(XMLStreamReader xml, List<Mirror> mirrors) throws XMLStreamException {
        String preference = Objects.requireNonNullElse(xml.getAttributeValue(null, "preference"), "");
        String text = xml.getElementText().strip();
        if (isWeb(text) && text.endsWith(INDEX)) {
            uri(text.substring(0, text.length() - INDEX.length()))
                    .forEach(base -> mirrors.add(
                            new Mirror(base, preference.matches("[0-9]{1,6}") ? Integer.parseInt(preference) : 0)));
        }
    }

    /** Tells whether a repomd.xml is one that the mirrors may have. */
    boolean allow(byte[] index) {
        return checksums.isEmpty()
                || checksums.contains(hash("SHA-256", index))
                || checksums.contains(hash("SHA-512", index));
    }

    private static String hash(String algorithm, byte[] content) {
        return Digests.of(Digests.named(algorithm).orElseThrow(), content);
    }
}
