package dev.milliner.workbench.refactor;

import dev.milliner.distro.Component;
import dev.milliner.distro.Definition;
import dev.milliner.distro.Distro;
import dev.milliner.distro.Kind;
import dev.milliner.distro.ListedPackage;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * What a refactoring would be about: what is in focus.
 *
 * @param distro the state that is shown
 * @param definition what is selected, or what the caret stands in
 * @param file the file that is selected, or in front; relative to the tree's root
 */
public record Subject(Distro distro, Optional<Definition> definition, Optional<String> file) {
    Optional<Component> component() {
        return definition.filter(Component.class::isInstance).map(Component.class::cast);
    }

    /** The name of what is in focus; empty where nothing is. */
    String name() {
        return definition.map(Definition::name).orElse("");
    }

    boolean is(Kind kind) {
        return definition.filter(one -> one.kind() == kind).isPresent();
    }

    /** The groups that what is in focus is in. */
    List<String> groups() {
        return definition
                .map(one -> switch (one) {
                    case Component component -> component.groups();
                    case ListedPackage listed -> listed.packageGroups();
                    default -> List.<String>of();
                })
                .orElse(List.of());
    }

    /** Tells whether the component has a file that defines nothing else. */
    boolean hasOwnFile() {
        String file = component().map(one -> one.place().file()).orElse("");
        long defined = Stream.of(
                        distro.components(),
                        distro.componentGroups(),
                        distro.packageGroups(),
                        distro.images(),
                        distro.distros())
                .flatMap(definitions -> definitions.values().stream())
                .filter(one -> one.place().file().equals(file))
                .count();
        return !file.isEmpty() && defined == 1;
    }

    /** The file in focus, where it is one of the distro's own. */
    Optional<String> configuration() {
        return file.filter(distro::isConfiguration);
    }
}
