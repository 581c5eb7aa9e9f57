package dev.milliner.upstream;

import dev.milliner.distro.Component;
import dev.milliner.distro.Distro;
import dev.milliner.overlay.Sources;
import java.util.Optional;

/**
 * A component's sources and where they were had.
 *
 * @param sources the files
 * @param origin where from
 * @param why why it is not the configured place, or empty
 */
public record FoundSources(Sources sources, SourceOrigin origin, Optional<String> why) {

    /**
     * Finds a component's sources: the configured ones, else the rendered spec in their place.
     *
     * @throws SourceUnavailableException where there is neither
     */
    public static FoundSources of(Distro distro, Component component) throws SourceUnavailableException {
        try {
            SourceOrigin origin = component.isLocal() ? SourceOrigin.LOCAL : SourceOrigin.DIST_GIT;
            return new FoundSources(ComponentSources.of(distro, component), origin, Optional.empty());
        } catch (SourceUnavailableException unavailable) {
            Sources rendered = rendered(distro, component);
            if (rendered.files().isEmpty()) {
                throw unavailable;
            }
            return new FoundSources(rendered, SourceOrigin.RENDERED, Optional.of(unavailable.reason()));
        }
    }

    /**
     * Finds what can be had without the network: local and rendered specs.
     *
     * @throws SourceUnavailableException where there is neither
     */
    public static FoundSources offline(Distro distro, Component component) throws SourceUnavailableException {
        if (component.isLocal()) {
            return of(distro, component);
        }
        Sources rendered = rendered(distro, component);
        if (rendered.files().isEmpty()) {
            throw new SourceUnavailableException("There is no rendered spec of " + component.name() + ".");
        }
        return new FoundSources(rendered, SourceOrigin.RENDERED, Optional.empty());
    }

    private static Sources rendered(Distro distro, Component component) throws SourceUnavailableException {
        String folder = component.json().path("renderedSpecDir").asString("");
        String spec = folder + "/" + component.name() + ".spec";
        return folder.isEmpty() || !distro.tree().exists(spec)
                ? Sources.EMPTY
                : LocalSources.read(distro.tree(), spec);
    }
}
