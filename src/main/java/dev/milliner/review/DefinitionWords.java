package dev.milliner.review;

import dev.milliner.distro.Component;
import dev.milliner.distro.ValueChange;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import tools.jackson.databind.JsonNode;

/** What became of a definition, in lines. */
public final class DefinitionWords {
    private DefinitionWords() {}

    /** The lines: a word of what came or went, or each value and overlay that differs. */
    public static List<String> of(DefinitionChange change) {
        return switch (change) {
            case DefinitionChange.Added one ->
                List.of("added in " + Words.at(one.after().place()));
            case DefinitionChange.Removed one -> List.of("removed");
            case DefinitionChange.Changed one -> changed(one);
        };
    }

    private static List<String> changed(DefinitionChange.Changed change) {
        List<String> lines = new ArrayList<>();
        for (ValueChange value : change.values()) {
            if (!(change.after() instanceof Component && value.path().equals("overlays"))) {
                lines.add(value.path() + ": " + value(value.before()) + " → " + value(value.after()) + "  "
                        + Words.by(value.edit()));
            }
        }
        Review.overlays(change).forEach(overlay -> lines.add(Words.overlay(overlay)));
        return lines;
    }

    private static String value(Optional<JsonNode> value) {
        return value.map(DefinitionWords::value).orElse(Words.NONE);
    }

    /** A value as people read it, in one line. */
    public static String value(JsonNode value) {
        return ValueText.of(value, "");
    }
}
