package dev.milliner.image;

import dev.milliner.distro.Problem;
import dev.milliner.distro.Severity;
import dev.milliner.ground.SafeXml;
import dev.milliner.source.SourceTree;
import dev.milliner.text.Place;
import java.io.IOException;
import java.io.StringReader;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.w3c.dom.Element;
import org.w3c.dom.Node;
import org.w3c.dom.NodeList;
import org.xml.sax.InputSource;
import org.xml.sax.SAXException;
import org.xml.sax.SAXParseException;

/**
 * What a KIWI description says, for one profile.
 *
 * @param name the image's name
 * @param version its version; empty where it was not looked for
 * @param type its type, such as {@code oci} or {@code oem}
 * @param packages the names of the packages it asks for, in the order they stand, bootstrap and image packages alike
 * @param repositories the addresses of its repositories
 * @param uefi whether it starts by UEFI; false where it was not looked for
 */
public record KiwiDescription(
        String name, String version, String type, Set<String> packages, List<String> repositories, boolean uefi) {

    /**
     * Reads a description.
     *
     * @param text the XML
     * @param profile the profile that counts; what names no profile always does
     * @throws IOException when it is no XML or no KIWI description; the message says where
     */
    public static KiwiDescription parse(String text, Optional<String> profile) throws IOException {
        Element image = root(text);
        Set<String> packages = new LinkedHashSet<>();
        for (Element section : elements(image, "packages")) {
            String kind = section.getAttribute("type");
            if (counts(section, profile) && (kind.equals("image") || kind.equals("bootstrap"))) {
                elements(section, "package").forEach(one -> packages.add(one.getAttribute("name")));
            }
        }
        String type = "";
        String version = "";
        for (Element preferences : elements(image, "preferences")) {
            if (counts(preferences, profile)) {
                type = type.isEmpty()
                        ? first(preferences, "type")
                                .map(e -> e.getAttribute("image"))
                                .orElse("")
                        : type;
                version = version.isEmpty()
                        ? first(preferences, "version")
                                .map(Element::getTextContent)
                                .orElse("")
                        : version;
            }
        }
        List<String> repositories = new ArrayList<>();
        for (Element repository : elements(image, "repository")) {
            if (counts(repository, profile)) {
                first(repository, "source").ifPresent(source -> repositories.add(source.getAttribute("path")));
            }
        }
        return new KiwiDescription(
                image.getAttribute("name"), version, type, packages, List.copyOf(repositories), false);
    }

    /**
     * Reads a description with what it includes.
     *
     * @param tree where it lies
     * @param path its path there
     * @param profile the profile that counts, with those it requires
     * @param architecture the build host's, such as {@code x86_64}
     * @throws IOException when it, or what it includes, cannot be read; the message says where
     */
    public static KiwiDescription read(SourceTree tree, String path, Optional<String> profile, String architecture)
            throws IOException {
        KiwiDocument document = KiwiDocument.read(tree, path);
        for (Problem problem : document.problems()) {
            if (problem.severity() == Severity.ERROR) {
                Place place = problem.place();
                throw new IOException(place.file() + ":" + place.range().line() + ": " + problem.message());
            }
        }
        KiwiSelection selection = new KiwiSelection(document, profile, architecture);
        Set<String> packages = new LinkedHashSet<>();
        for (Phase phase : Phase.values()) {
            selection.items(phase, KiwiItem.Kind.PACKAGE).forEach(item -> packages.add(item.name()));
        }
        return new KiwiDescription(
                document.name(),
                "",
                selection.type(),
                packages,
                selection.repositories().stream().map(KiwiRepository::source).toList(),
                selection.isUefi());
    }

    /** Tells whether it takes packages from anywhere but a folder of this host. */
    public boolean hasRemoteRepository() {
        return repositories.stream().anyMatch(address -> !isFolder(address));
    }

    /** The repositories that are folders of this host, as paths. */
    public List<String> folders() {
        return repositories.stream()
                .filter(KiwiDescription::isFolder)
                .map(address -> address.replaceFirst("^(dir|file):/*", "/"))
                .toList();
    }

    /** Tells whether its type needs loop devices, and so root, to be built. */
    public boolean needsLoopDevice() {
        return new KiwiType(type).needsLoopDevice();
    }

    private static boolean isFolder(String address) {
        return address.startsWith("dir:") || address.startsWith("file:") || address.startsWith("/");
    }

    private static boolean counts(Element element, Optional<String> profile) {
        String profiles = element.getAttribute("profiles");
        return profiles.isEmpty()
                || (profile.isPresent() && List.of(profiles.split(",", -1)).contains(profile.get()));
    }

    private static Optional<Element> first(Element parent, String name) {
        List<Element> found = elements(parent, name);
        return found.isEmpty() ? Optional.empty() : Optional.of(found.getFirst());
    }

    private static List<Element> elements(Element parent, String name) {
        List<Element> elements = new ArrayList<>();
        NodeList nodes = parent.getChildNodes();
        for (int i = 0; i < nodes.getLength(); i++) {
            Node node = nodes.item(i);
            if (node instanceof Element element && element.getTagName().equals(name)) {
                elements.add(element);
            }
        }
        return elements;
    }

    private static Element root(String text) throws IOException {
        try {
            Element root =
                    SafeXml.document(new InputSource(new StringReader(text))).getDocumentElement();
            if (!root.getTagName().equals("image")) {
                throw new IOException("The description's outer element is <" + root.getTagName() + ">, not <image>");
            }
            return root;
        } catch (SAXParseException broken) {
            throw new IOException("Line " + broken.getLineNumber() + ": " + broken.getMessage(), broken);
        } catch (SAXException broken) {
            throw new IOException(String.valueOf(broken.getMessage()), broken);
        }
    }
}
