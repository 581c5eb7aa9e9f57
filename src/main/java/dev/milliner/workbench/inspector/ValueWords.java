package dev.milliner.workbench.inspector;

import dev.milliner.workbench.base.Words;
import java.util.ArrayList;
import java.util.List;
import tools.jackson.databind.JsonNode;

/** Values in words. */
final class ValueWords {
    private static final int MOST = 8;

    private ValueWords() {}

    static String of(JsonNode value) {
        if (value.isArray()) {
            List<String> parts = new ArrayList<>();
            value.forEach(element -> parts.add(of(element)));
            return parts.size() > MOST
                    ? String.join(", ", parts.subList(0, MOST)) + " and " + Words.number((long) parts.size() - MOST)
                            + " more"
                    : parts.isEmpty() ? "none" : String.join(", ", parts);
        }
        if (value.isString()) {
            return value.stringValue().isEmpty() ? "empty" : value.stringValue();
        }
        return value.toString();
    }
}
