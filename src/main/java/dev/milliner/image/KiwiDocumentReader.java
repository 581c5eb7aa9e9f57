package dev.milliner.image;

import dev.milliner.distro.Problem;
import dev.milliner.distro.Severity;
import dev.milliner.ground.SafeXml;
import dev.milliner.rpm.RepositorySource;
import dev.milliner.source.FileContent;
import dev.milliner.source.SourceTree;
import dev.milliner.text.Place;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;

/** Reads KIWI descriptions element by element, so that every element's line is known. */
final class KiwiDocumentReader {
    /** The firmwares that need an EFI system partition. */
    private static final java.util.Set<String> UEFI = java.util.Set.of("efi", "uefi");

    /** Includes within includes; KIWI itself takes one level. */
    private static final int DEEPEST = 8;

    private static final int MOST = 200;

    private final SourceTree tree;
    private final List<KiwiProfile> profiles = new ArrayList<>();
    private final List<KiwiPreferences> preferences = new ArrayList<>();
    private final List<KiwiRepository> repositories = new ArrayList<>();
    private final List<KiwiSection> sections = new ArrayList<>();
    private final List<Problem> problems = new ArrayList<>();
    private int included;

    KiwiDocumentReader(SourceTree tree) {
        this.tree = tree;
    }

    KiwiDocument read(String path) throws IOException {
        String text =
                switch (tree.content(path)) {
                    case FileContent.Text file -> file.text();
                    case FileContent.Absent() -> throw new IOException("There is no description " + path + ".");
                    case FileContent.Unreadable file ->
                        throw new IOException("The description " + path + " " + file.why() + ".");
                };
        String name = read(path, text, 0);
        return new KiwiDocument(name, profiles, preferences, repositories, sections, problems);
    }

    private String read(String path, String text, int depth) throws IOException {
        try {
            XMLStreamReader xml = SafeXml.reader(new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8)));
            KiwiCursor cursor = new KiwiCursor(xml, tree.relative(path));
            cursor.next();
            if (!cursor.name().equals("image")) {
                throw new IOException(path + ": the outer element is <" + cursor.name() + ">, not <image>.");
            }
            String name = cursor.attribute("name");
            while (cursor.nextChild("image")) {
                child(cursor, path, depth);
            }
            // To the end, so that what is broken behind the last element is found too.
            while (xml.hasNext()) {
                xml.next();
            }
            return name;
        } catch (XMLStreamException broken) {
            int line = broken.getLocation() == null ? 0 : broken.getLocation().getLineNumber();
            throw new IOException(path + ":" + line + ": " + firstLine(broken), broken);
        }
    }

    private static String firstLine(XMLStreamException broken) {
        String message = String.valueOf(broken.getMessage());
        return message.replaceFirst("(?s)^ParseError at .*?Message: ", "")
                .lines()
                .findFirst()
                .orElse(message);
    }

    private void child(KiwiCursor cursor, String path, int depth) throws XMLStreamException, IOException {
        switch (cursor.name()) {
            case "profiles" -> profiles(cursor);
            case "preferences" -> preferences.add(preferences(cursor));
            case "repository" -> repositories.add(repository(cursor));
            case "packages" -> sections.add(section(cursor));
            case "include" -> include(cursor, path, depth);
            default -> cursor.skip();
        }
    }

    private void include(KiwiCursor cursor, String path, int depth) throws XMLStreamException, IOException {
        String from = cursor.attribute("from");
        Place place = cursor.place();
        cursor.skip();
        String folder = path.contains("/") ? path.substring(0, path.lastIndexOf('/') + 1) : "";
        String target = from.startsWith("this://")
                ? folder + from.substring("this://".length()).replaceFirst("^(\\./|/)+", "")
                : from.replaceFirst("^file:/+", "/");
        included++;
        Optional<String> text = depth < DEEPEST && included <= MOST ? tree.read(target) : Optional.empty();
        if (text.isEmpty()) {
            String why = tree.content(target) instanceof FileContent.Unreadable file ? file.why() : "cannot be read";
            problems.add(new Problem(
                    Severity.ERROR,
                    "kiwi-include",
                    "The included file '" + from + "' " + why + ". Correct 'from', which starts with this:// for a"
                            + " file beside the description.",
                    place));
        } else {
            read(target, text.get(), depth + 1);
        }
    }

    private void profiles(KiwiCursor cursor) throws XMLStreamException {
        while (cursor.nextChild("profiles")) {
            if (!cursor.name().equals("profile")) {
                cursor.skip();
                continue;
            }
            String name = cursor.attribute("name");
            String description = cursor.attribute("description");
            boolean imported = cursor.attribute("import").equals("true");
            List<String> architectures = cursor.list("arch");
            Place place = cursor.place();
            List<KiwiProfile.Requirement> requires = new ArrayList<>();
            while (cursor.nextChild("profile")) {
                if (cursor.name().equals("requires")) {
                    requires.add(new KiwiProfile.Requirement(cursor.attribute("profile"), cursor.list("arch")));
                }
                cursor.skip();
            }
            profiles.add(new KiwiProfile(name, description, imported, architectures, requires, place));
        }
    }

    private static KiwiPreferences preferences(KiwiCursor cursor) throws XMLStreamException {
        List<String> profiles = cursor.list("profiles");
        Optional<String> manager = Optional.empty();
        List<String> types = new ArrayList<>();
        boolean ownLoader = false;
        boolean uefi = false;
        while (cursor.nextChild("preferences")) {
            switch (cursor.name()) {
                case "packagemanager" -> {
                    String text = cursor.text();
                    manager = manager.or(() -> Optional.of(text));
                }
                case "type" -> {
                    ownLoader |= !cursor.attribute("editbootinstall").isEmpty();
                    uefi |= UEFI.contains(cursor.attribute("firmware"));
                    types.add(cursor.attribute("primary").equals("true") ? 0 : types.size(), cursor.attribute("image"));
                    cursor.skip();
                }
                default -> cursor.skip();
            }
        }
        return new KiwiPreferences(profiles, manager, types, ownLoader, uefi);
    }

    private KiwiRepository repository(KiwiCursor cursor) throws XMLStreamException {
        String alias = cursor.attribute("alias");
        List<String> profiles = cursor.list("profiles");
        List<String> architectures = cursor.list("arch");
        String priority = cursor.attribute("priority");
        boolean signed = cursor.attribute("repository_gpgcheck").equals("true");
        RepositorySource.Kind kind =
                switch (cursor.attribute("sourcetype")) {
                    case "metalink" -> RepositorySource.Kind.METALINK;
                    case "mirrorlist" -> RepositorySource.Kind.MIRROR_LIST;
                    default -> RepositorySource.Kind.BASE;
                };
        Place place = cursor.place();
        String source = "";
        List<String> keys = new ArrayList<>();
        while (cursor.nextChild("repository")) {
            if (cursor.name().equals("source") && source.isEmpty()) {
                source = cursor.attribute("path");
                keys.addAll(signingKeys(cursor));
            } else {
                cursor.skip();
            }
        }
        return new KiwiRepository(
                alias.isEmpty() ? "repository-" + (repositories.size() + 1) : alias,
                source,
                profiles,
                architectures,
                priority.matches("[0-9]{1,6}") ? OptionalInt.of(Integer.parseInt(priority)) : OptionalInt.empty(),
                kind,
                keys,
                signed,
                place);
    }

    private static List<String> signingKeys(KiwiCursor cursor) throws XMLStreamException {
        List<String> keys = new ArrayList<>();
        while (cursor.nextChild("source")) {
            if (cursor.name().equals("signing")) {
                keys.add(cursor.attribute("key"));
            }
            cursor.skip();
        }
        return keys;
    }

    private static KiwiSection section(KiwiCursor cursor) throws XMLStreamException {
        String type = cursor.attribute("type");
        List<String> profiles = cursor.list("profiles");
        String pattern = cursor.attribute("patternType");
        Place place = cursor.place();
        List<KiwiItem> items = new ArrayList<>();
        while (cursor.nextChild("packages")) {
            Optional<KiwiItem.Kind> kind =
                    switch (cursor.name()) {
                        case "package" -> Optional.of(KiwiItem.Kind.PACKAGE);
                        case "ignore" -> Optional.of(KiwiItem.Kind.IGNORE);
                        case "namedCollection" -> Optional.of(KiwiItem.Kind.COLLECTION);
                        default -> Optional.empty();
                    };
            if (kind.isPresent()) {
                String name = cursor.attribute("name").strip();
                items.add(new KiwiItem(kind.get(), name, cursor.list("arch"), cursor.place()));
            }
            cursor.skip();
        }
        return new KiwiSection(
                type, profiles, pattern.isEmpty() ? Optional.empty() : Optional.of(pattern), items, place);
    }

    /** Where a reader of elements is. */
    private record KiwiCursor(XMLStreamReader xml, String file) {
        String name() {
            return xml.getLocalName();
        }

        String attribute(String name) {
            String value = xml.getAttributeValue(null, name);
            return value == null ? "" : value;
        }

        List<String> list(String name) {
            String value = attribute(name);
            return value.isEmpty() ? List.of() : List.of(value.split(",", -1));
        }

        /** The current tag; the parser knows its end, and a tag of one line starts on that line. */
        Place place() {
            int line = Math.max(1, xml.getLocation().getLineNumber());
            int end = Math.max(2, xml.getLocation().getColumnNumber());
            return new Place(file, new dev.milliner.text.TextRange(line, 1, line, end));
        }

        String text() throws XMLStreamException {
            return xml.getElementText().strip();
        }

        /** Goes to the first element. */
        void next() throws XMLStreamException {
            while (xml.next() != XMLStreamConstants.START_ELEMENT) {
                // Comments and instructions say nothing here.
            }
        }

        /** Goes to the next child of the element, or past its end. */
        boolean nextChild(String parent) throws XMLStreamException {
            while (true) {
                int event = xml.next();
                if (event == XMLStreamConstants.START_ELEMENT) {
                    return true;
                }
                if (event == XMLStreamConstants.END_ELEMENT
                        && xml.getLocalName().equals(parent)) {
                    return false;
                }
            }
        }

        /** Goes to the end of the current element. */
        void skip() throws XMLStreamException {
            int open = 1;
            while (open > 0) {
                int event = xml.next();
                if (event == XMLStreamConstants.START_ELEMENT) {
                    open++;
                } else if (event == XMLStreamConstants.END_ELEMENT) {
                    open--;
                }
            }
        }
    }
}
