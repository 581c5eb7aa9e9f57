package dev.milliner.language;

import dev.milliner.distro.Component;
import dev.milliner.distro.Distro;
import dev.milliner.distro.Format;
import dev.milliner.distro.Shape;
import dev.milliner.source.TreePaths;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;
import java.util.regex.Pattern;

/** What all languages draw on: one state of the distro, and what surrounds it. Works things out when they are asked for. */
final class Knowledge {
    private static final Pattern OVERLAYS = Pattern.compile("(?m)^\\s*\\[\\[overlays]]");

    private final Distro distro;
    private final Surroundings surroundings;
    private final Map<String, Object> known = new ConcurrentHashMap<>();

    Knowledge(Distro distro, Surroundings surroundings) {
        this.distro = distro;
        this.surroundings = surroundings;
    }

    Distro distro() {
        return distro;
    }

    Surroundings surroundings() {
        return surroundings;
    }

    /** Something that is worked out once. */
    @SuppressWarnings("unchecked") // each name stands for one type
    <T> T once(String name, Supplier<T> source) {
        Object found = known.get(name);
        if (found == null) {
            found = source.get();
            known.put(name, found);
        }
        return (T) found;
    }

    /** What the project's own schema says. */
    ProjectSchema schema() {
        return once("schema", () -> ProjectSchema.of(distro.tree(), surroundings.texts()));
    }

    /** What a file holds: overlays alone, or configuration. */
    Shape.Table format(Document document) {
        Set<String> takers = distro.takers(document.path());
        boolean overlays = !takers.isEmpty()
                || (!distro.files().contains(document.path())
                        && OVERLAYS.matcher(document.text()).find());
        return overlays ? Format.OVERLAY_FILE : Format.FILE;
    }

    /** The component that a place of a TOML file is about. */
    Optional<Component> component(Document document, List<String> path) {
        if (path.size() >= 2 && path.getFirst().equals("components")) {
            return Optional.ofNullable(distro.components().get(path.get(1)));
        }
        return distro.takers(document.path()).stream().sorted().findFirst().map(distro.components()::get);
    }

    /** What a component's spec says. */
    Optional<SpecFacts> spec(Component component) {
        return once(
                "spec:" + component.name(),
                () -> surroundings.specs().of(distro, component).map(this::read));
    }

    private SpecFacts read(SpecTexts.SpecText spec) {
        return surroundings.texts().of("spec " + spec.path(), spec.text(), text -> SpecFacts.of(spec.path(), text));
    }

    /** The folder of a document, relative to the tree's root; empty for the root. */
    static String folder(Document document) {
        String folder = TreePaths.folder(document.path());
        return folder.equals(".") ? "" : folder;
    }
}
