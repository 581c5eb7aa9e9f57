package dev.milliner.refactor;

import dev.milliner.distro.Component;
import dev.milliner.distro.Distro;
import dev.milliner.source.TreePaths;
import dev.milliner.toml.TomlArray;
import dev.milliner.toml.TomlDocument;
import dev.milliner.toml.TomlNode;
import dev.milliner.toml.TomlScalar;
import dev.milliner.toml.TomlTable;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Where the overlay files of a component lie.
 *
 * @param folder the folder of the component's own file, relative to the tree's root
 * @param pattern the glob that finds overlay files from there
 * @param isKnown whether the component has that glob already, be it by inheritance
 * @param isUsed whether it finds files already, which apply in the order of their names
 */
record OverlayFolder(String folder, String pattern, boolean isKnown, boolean isUsed) {
    private static final String KEY = "overlay-files";
    private static final String DEFAULTS = "default-component-config";

    /** The one that azldev's own documents have. */
    private static final String USUAL = "overlays/*.overlay.toml";

    static OverlayFolder of(Draft draft, Component component) throws Obstacle {
        Distro distro = draft.distro();
        String file = component.place().file();
        boolean used =
                distro.files().stream().anyMatch(one -> distro.takers(one).contains(component.name()));
        Optional<TomlNode> own = at(draft.root(file), List.of("components", component.name(), KEY));
        Optional<String> known = own.isPresent() ? glob(own.get()) : inherited(distro, component);
        if (own.isPresent() && known.isEmpty()) {
            throw new Obstacle("'" + component.name() + "' names its overlay files one by one. Give it a glob such as '"
                    + USUAL + "' first.");
        }
        return new OverlayFolder(TreePaths.folder(file), known.orElse(USUAL), known.isPresent(), used);
    }

    private static Optional<String> inherited(Distro distro, Component component) {
        List<Optional<TomlNode>> found = new ArrayList<>();
        for (String file : distro.files()) {
            String text = distro.tree().read(file).orElse("");
            if (text.contains(KEY) && text.contains(DEFAULTS)) {
                TomlTable root = TomlDocument.parse(text).root();
                found.add(at(root, List.of(DEFAULTS, KEY)));
                component
                        .groups()
                        .forEach(group -> found.add(at(root, List.of("component-groups", group, DEFAULTS, KEY))));
                found.add(at(root, List.of("distros", distro.name(), "versions", distro.version(), DEFAULTS, KEY)));
            }
        }
        return found.stream()
                .flatMap(Optional::stream)
                .flatMap(node -> glob(node).stream())
                .findFirst();
    }

    private static Optional<TomlNode> at(TomlTable root, List<String> path) {
        @Nullable TomlNode node = root;
        for (String key : path) {
            node = node instanceof TomlTable table ? table.get(key) : null;
        }
        return Optional.ofNullable(node);
    }

    /** The first glob of a list that has one star, in its last name. */
    private static Optional<String> glob(TomlNode node) {
        return node instanceof TomlArray array
                ? array.items().stream()
                        .filter(TomlScalar.class::isInstance)
                        .map(item -> String.valueOf(((TomlScalar) item).value()))
                        .filter(text -> text.matches("[^*?\\[{]*\\*[^*?\\[{/]*"))
                        .findFirst()
                : Optional.empty();
    }

    /** A file in it that is not there yet; it comes before those that are, as overlays of the component's own file do. */
    String file(Draft draft, int number, String words) throws Obstacle {
        String name = isUsed ? "0000-%02d-%s".formatted(number, words) : "%04d-%s".formatted(number, words);
        String path = TreePaths.clean(folder + "/" + pattern.replace("*", name));
        if (draft.exists(path)) {
            throw new Obstacle("There is a file '" + path + "' already. Give it another name first.");
        }
        return path;
    }
}
