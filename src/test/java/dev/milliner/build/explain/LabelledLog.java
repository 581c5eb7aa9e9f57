package dev.milliner.build.explain;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.TreeSet;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * A log of a real failure with what is known of it.
 *
 * @param folder the folder of all logs
 * @param label what is known
 */
record LabelledLog(Path folder, JsonNode label) {
    static List<LabelledLog> all(Path folder) throws IOException {
        return JsonMapper.shared()
                .readTree(Files.readString(folder.resolve("labels.json")))
                .valueStream()
                .map(label -> new LabelledLog(folder, label))
                .toList();
    }

    String file() {
        return label.get("file").asString();
    }

    String tool() {
        return label.get("tool").asString();
    }

    /** What is said of it, told all that is known but the answer, or only the log. */
    Explanation explanation(boolean told) throws IOException {
        return new Explainer(
                        told ? Optional.of(tool()) : Optional.empty(),
                        told ? OptionalInt.of(label.get("exit").asInt()) : OptionalInt.empty(),
                        Optional.of(folder.resolve(label.get("inputs").asString())))
                .explain(folder.resolve(file()));
    }

    /** Tells whether cause, kind, line and place are right; of a run that did not fail, whether none is given. */
    boolean isRight(Explanation explanation) {
        if (!label.get("failed").asBoolean()) {
            return explanation.cause().isEmpty();
        }
        return explanation
                .cause()
                .filter(cause -> isAt(explanation))
                .filter(cause -> cause.kind().equals(label.get("kind").asString()))
                .filter(this::isPlaced)
                .isPresent();
    }

    /** Tells whether another line or kind than the label's is called certain. */
    boolean isWronglyCertain(Explanation explanation) {
        boolean failed = label.get("failed").asBoolean();
        return explanation
                .cause()
                .filter(Finding::certain)
                .filter(cause -> !failed
                        || !isAt(explanation)
                        || !cause.kind().equals(label.get("kind").asString()))
                .isPresent();
    }

    private boolean isAt(Explanation explanation) {
        Set<Integer> lines = new TreeSet<>();
        JsonNode known = label.get("logLine");
        if (known.isArray()) {
            known.forEach(line -> lines.add(line.asInt()));
        } else {
            lines.add(known.asInt());
        }
        return explanation.lines().stream().anyMatch(lines::contains);
    }

    private boolean isPlaced(Finding cause) {
        JsonNode file = label.get("sourceFile");
        JsonNode line = label.get("sourceLine");
        return file.isNull()
                || cause.place()
                        .filter(place -> place.file().equals(file.asString()))
                        .filter(place -> line.isNull() || place.line().equals(OptionalInt.of(line.asInt())))
                        .isPresent();
    }
}
