package dev.milliner.build;

import dev.milliner.build.rpm.BuiltPackages;
import dev.milliner.build.run.BuildTarget;
import dev.milliner.distro.Component;
import dev.milliner.distro.Distro;
import dev.milliner.distro.Faults;
import dev.milliner.distro.Image;
import dev.milliner.distro.Problem;
import dev.milliner.image.DescriptionProblems;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;

/** The errors of a tree that stand in the way of a build. */
public final class BuildFaults {
    private BuildFaults() {}

    /** The errors in what a build needs: its image, its description and the components that are built for it, or its components. */
    public static List<Problem> of(Distro distro, BuildTarget target) {
        return switch (target) {
            case BuildTarget.OfComponents components ->
                ofComponents(
                        distro,
                        components.names().stream()
                                .map(distro.components()::get)
                                .filter(Objects::nonNull));
            case BuildTarget.OfImage named -> {
                Image image = distro.images().get(named.name());
                yield image == null
                        ? List.of()
                        : Stream.of(
                                        Faults.of(distro, image).stream(),
                                        DescriptionProblems.inTheWay(distro, image).stream(),
                                        ofComponents(distro, BuiltPackages.components(distro, image).stream()).stream())
                                .flatMap(found -> found)
                                .distinct()
                                .toList();
            }
        };
    }

    private static List<Problem> ofComponents(Distro distro, Stream<Component> components) {
        return components
                .flatMap(component -> Faults.of(distro, component).stream())
                .distinct()
                .toList();
    }
}
