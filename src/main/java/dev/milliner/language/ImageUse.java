package dev.milliner.language;

import dev.milliner.distro.Component;
import dev.milliner.distro.Image;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;

/**
 * Which images name which packages in their descriptions; what the solver adds to them is not counted.
 *
 * @param packages the packages that each image names
 */
record ImageUse(Map<String, Set<String>> packages) {
    static ImageUse of(Knowledge knowledge) {
        return knowledge.once("images", () -> {
            Map<String, Set<String>> packages = new TreeMap<>();
            for (Image image : knowledge.distro().images().values()) {
                image.definitionPath()
                        .flatMap(path -> knowledge.distro().tree().read(path))
                        .ifPresent(text -> packages.put(image.name(), KiwiNames.packages(text)));
            }
            return new ImageUse(packages);
        });
    }

    /** The images that name a package of a component. */
    List<String> naming(Component component, Knowledge knowledge) {
        Set<String> names = new TreeSet<>(Set.of(component.name()));
        knowledge.spec(component).ifPresent(spec -> spec.subpackages().stream()
                .flatMap(suffix -> Stream.of(suffix, component.name() + "-" + suffix))
                .forEach(names::add));
        return packages.entrySet().stream()
                .filter(image -> image.getValue().stream().anyMatch(names::contains))
                .map(Map.Entry::getKey)
                .toList();
    }
}
