package dev.milliner.workbench.inspector;

import dev.milliner.workbench.words.Wording;
import dev.milliner.workbench.words.Words;
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
                    ? Wording.of(
                            "inspector.value-words.more",
                            String.join(", ", parts.subList(0, MOST)),
                            Words.number((long) parts.size() - MOST))
                    : parts.isEmpty() ? Wording.of("inspector.value-words.none") : String.join(", ", parts);
        }
        if (value.isString()) {
            return value.stringValue().isEmpty() ? Wording.of("inspector.value-words.empty") : value.stringValue();
        }
        return value.toString();
    }
}
