package dev.milliner.build.rpm;

import dev.milliner.distro.Component;
import dev.milliner.distro.Distro;
import dev.milliner.image.KiwiDescription;
import java.util.List;

/** Chooses the components that are built for an image. */
public final class ComponentChoice {
    private ComponentChoice() {}

    /**
     * The components that packages of the image come from. Where the description names a repository beyond this host,
     * those that the distro takes from upstream unchanged are left to it.
     */
    public static List<Component> of(Distro distro, KiwiDescription description) {
        return description.packages().stream()
                .flatMap(name -> distro.components().values().stream().filter(component -> brings(component, name)))
                .distinct()
                .filter(component -> !description.hasRemoteRepository() || differsFromUpstream(component))
                .toList();
    }

    /** A component's main package is called after it; sub-packages are found by its own package settings. */
    private static boolean brings(Component component, String packageName) {
        return component.name().equals(packageName)
                || component.json().path("packages").has(packageName);
    }

    private static boolean differsFromUpstream(Component component) {
        return component.isLocal()
                || component.hasOverlays()
                || component.spec().upstreamCommit().isPresent();
    }
}
