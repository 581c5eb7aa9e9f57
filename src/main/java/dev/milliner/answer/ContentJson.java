package dev.milliner.answer;

import dev.milliner.image.ImageDifference;
import dev.milliner.image.ImageDifference.Change;
import dev.milliner.image.ImageDifference.Kind;
import dev.milliner.review.ImageContent;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** What images hold otherwise, as JSON. */
final class ContentJson {
    private ContentJson() {}

    /** Adds it to the image of its name in a list; to one more where the image's own values do not differ. */
    static void add(ArrayNode images, ImageContent content) {
        ObjectNode node = images.valueStream()
                .filter(one -> one.path("name").asString().equals(content.image()))
                .map(ObjectNode.class::cast)
                .findFirst()
                .orElseGet(() -> unchanged(images.addObject(), content.image()));
        switch (content) {
            case ImageContent.Unknown unknown -> node.put("why", unknown.why());
            case ImageContent.Known known -> {
                ObjectNode packages = node.putObject("packages");
                for (Kind kind : Kind.values()) {
                    ArrayNode names = packages.putArray(kind.word());
                    known.difference().changes().stream()
                            .filter(change -> change.kind() == kind)
                            .map(Change::name)
                            .forEach(names::add);
                }
                size(node.putObject("size"), known.difference());
            }
        }
    }

    private static ObjectNode unchanged(ObjectNode node, String image) {
        node.put("name", image).put("change", "changed").putArray("values");
        return node;
    }

    private static void size(ObjectNode node, ImageDifference difference) {
        node.put("before", difference.sizeBefore()).put("after", difference.sizeAfter());
    }
}
