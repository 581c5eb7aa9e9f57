package dev.milliner.language;

import dev.milliner.distro.Definition;
import dev.milliner.distro.Distro;
import dev.milliner.distro.Kind;
import dev.milliner.distro.Layer;
import dev.milliner.distro.ResolvedValue;
import dev.milliner.language.HoverPart.Chain;
import dev.milliner.language.HoverPart.Fact;
import dev.milliner.language.HoverPart.Facts;
import dev.milliner.language.HoverPart.Step;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import tools.jackson.databind.JsonNode;

/** What a key comes to in its definition, with the layers that say so. */
final class ResolvedHelp {
    private static final int LONGEST = 120;
    private static final Map<String, Kind> KINDS = Map.of(
            "components", Kind.COMPONENT,
            "component-groups", Kind.COMPONENT_GROUP,
            "package-groups", Kind.PACKAGE_GROUP,
            "images", Kind.IMAGE,
            "distros", Kind.DISTRO,
            "test-suites", Kind.TEST_SUITE);

    private ResolvedHelp() {}

    /** The parts to say of a key that a path leads to; none where nothing is resolved there. */
    static List<HoverPart> parts(Distro distro, List<String> path) {
        if (path.size() < 3) {
            return List.of();
        }
        boolean repository = path.subList(0, 2).equals(List.of("resources", "rpm-repos"));
        int names = repository ? 3 : 2;
        Optional<Kind> kind =
                repository ? Optional.of(Kind.REPOSITORY) : Optional.ofNullable(KINDS.get(path.getFirst()));
        return kind.flatMap(found -> distro.definition(found, path.get(names - 1)))
                .flatMap(definition -> value(definition, path.subList(names, path.size())))
                .map(ResolvedHelp::parts)
                .orElse(List.of());
    }

    private static Optional<ResolvedValue> value(Definition definition, List<String> keys) {
        return definition.values().stream()
                .filter(value -> value.keys().equals(keys))
                .findFirst();
    }

    private static List<HoverPart> parts(ResolvedValue value) {
        return List.of(
                new Facts(List.of(new Fact("Resolved", text(value.value())))),
                new Chain(value.layers().stream().map(ResolvedHelp::step).toList()));
    }

    private static Step step(Layer layer) {
        return new Step(layer.name(), text(layer.value()), layer.file(), layer.line());
    }

    private static String text(JsonNode value) {
        String text = value.isString() ? value.stringValue() : value.toString();
        return text.length() > LONGEST ? text.substring(0, LONGEST) + "..." : text;
    }
}
