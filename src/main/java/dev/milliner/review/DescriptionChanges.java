package dev.milliner.review;

import dev.milliner.distro.Image;
import dev.milliner.ground.SafeXml;
import dev.milliner.image.KiwiDocument;
import dev.milliner.image.KiwiItem;
import dev.milliner.image.KiwiSection;
import dev.milliner.review.DescriptionChange.Asked;
import dev.milliner.source.SourceTree;
import java.io.IOException;
import java.io.StringReader;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.w3c.dom.Document;
import org.w3c.dom.Node;
import org.xml.sax.InputSource;
import org.xml.sax.SAXException;

/** Holds the KIWI descriptions of images that both states have against one another. */
final class DescriptionChanges {
    private DescriptionChanges() {}

    /**
     * The descriptions among changed files that say something else.
     *
     * @param changed the paths of files that differ
     */
    static List<DescriptionChange> between(ReviewedState from, ReviewedState to, Set<String> changed) {
        List<DescriptionChange> found = new ArrayList<>();
        for (Image image : to.distro().images().values()) {
            Image before = from.distro().images().get(image.name());
            Optional<String> file = image.definitionPath().filter(changed::contains);
            if (before != null && file.isPresent() && image.definitionPath().equals(before.definitionPath())) {
                of(image.name(), file.get(), from.distro().tree(), to.distro().tree())
                        .ifPresent(found::add);
            }
        }
        return List.copyOf(found);
    }

    private static Optional<DescriptionChange> of(String image, String file, SourceTree before, SourceTree after) {
        List<Asked> then = asked(before, file);
        List<Asked> now = asked(after, file);
        List<Asked> added = without(now, then);
        List<Asked> removed = without(then, now);
        boolean same = isSameXml(before.read(file).orElse(""), after.read(file).orElse(""));
        boolean other = added.isEmpty() && removed.isEmpty();
        return same ? Optional.empty() : Optional.of(new DescriptionChange(image, file, added, removed, other));
    }

    private static List<Asked> asked(SourceTree tree, String file) {
        try {
            List<Asked> asked = new ArrayList<>();
            for (KiwiSection section : KiwiDocument.read(tree, file).sections()) {
                section.items().forEach(item -> asked.add(asked(section, item)));
            }
            return asked;
        } catch (IOException unreadable) {
            return List.of();
        }
    }

    private static Asked asked(KiwiSection section, KiwiItem item) {
        List<String> limits = new ArrayList<>(section.profiles());
        limits.addAll(item.architectures());
        String where = section.type() + (limits.isEmpty() ? "" : " (" + String.join(", ", limits) + ")");
        return new Asked(
                item.kind().name().toLowerCase(Locale.ROOT),
                item.name(),
                where,
                item.place().range().line());
    }

    private static List<Asked> without(List<Asked> all, List<Asked> others) {
        return all.stream()
                .filter(one -> others.stream().noneMatch(one::isSame))
                .toList();
    }

    /** Comments and blanks between elements make no difference. */
    private static boolean isSameXml(String before, String after) {
        try {
            return bare(before).isEqualNode(bare(after));
        } catch (SAXException | IOException broken) {
            return false;
        }
    }

    private static Document bare(String text) throws SAXException, IOException {
        Document document = SafeXml.document(new InputSource(new StringReader(text)));
        strip(document);
        document.normalizeDocument();
        return document;
    }

    private static void strip(Node node) {
        for (Node child = node.getFirstChild(); child != null; ) {
            Node next = child.getNextSibling();
            boolean blank = child.getNodeType() == Node.TEXT_NODE
                    && child.getNodeValue().isBlank();
            if (blank || child.getNodeType() == Node.COMMENT_NODE) {
                node.removeChild(child);
            } else {
                strip(child);
            }
            child = next;
        }
    }
}
