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
            if (component.isLocal()) {
                return new FoundSources(ComponentSources.of(distro, component), SourceOrigin.LOCAL, Optional.empty());
            }
            DistGit.Fetched fetched = ComponentSources.fetch(distro, component);
            return new FoundSources(fetched.sources(), SourceOrigin.DIST_GIT, fetched.stale());
        } catch (SourceUnavailableException unavailable) {
            Sources rendered = rendered(distro, component);
            if (rendered.files().isEmpty()) {
                throw unavailable;
            }
            return new FoundSources(rendered, SourceOrigin.RENDERED, Optional.of(unavailable.reason()));
        }
    }

    /**
     * Finds the sources of a component in another version of upstream, at the tip of its branch.
     *
     * @throws SourceUnavailableException where they can't be had
     */
    public static FoundSources of(Distro distro, Component component, UpstreamVersion version)
            throws SourceUnavailableException {
        return new FoundSources(DistGit.of(distro, component, version).read(), SourceOrigin.DIST_GIT, Optional.empty());
    }

    /**
     * Finds what can be had without the network: local specs, dist-git on this host or fetched before, rendered specs.
     *
     * @throws SourceUnavailableException where there is none of them
     */
    public static FoundSources atHand(Distro distro, Component component) throws SourceUnavailableException {
        if (component.isLocal()) {
            return of(distro, component);
        }
        Optional<FoundSources> own = asTheyComeAtHand(distro, component);
        if (own.isPresent()) {
            return own.get();
        }
        Sources rendered = rendered(distro, component);
        if (rendered.files().isEmpty()) {
            throw SourceUnavailableException.outOfReach(
                    "The sources of " + component.name()
                            + " were not fetched yet, and there is no rendered spec to stand in for them.",
                    null);
        }
        return new FoundSources(
                rendered, SourceOrigin.RENDERED, Optional.of("Upstream's own sources were not fetched yet."));
    }

    /**
     * Finds the sources as they come without the network, and reads no rendered spec in their place.
     *
     * @return empty where they were not fetched yet
     * @throws SourceUnavailableException where they can't be read
     */
    public static Optional<FoundSources> asTheyComeAtHand(Distro distro, Component component)
            throws SourceUnavailableException {
        if (component.isLocal()) {
            return Optional.of(of(distro, component));
        }
        DistGit distGit = DistGit.of(distro, component);
        return distGit.isAtHand()
                ? Optional.of(new FoundSources(distGit.readKept(), SourceOrigin.DIST_GIT, Optional.empty()))
                : Optional.empty();
    }

    /**
     * The rendered spec with the files beside it, or nothing where there is none.
     *
     * @throws SourceUnavailableException where it is there and can't be read
     */
    public static Sources rendered(Distro distro, Component component) throws SourceUnavailableException {
        String spec = component.renderedSpec();
        return spec.isEmpty() || !distro.tree().exists(spec) ? Sources.EMPTY : LocalSources.read(distro.tree(), spec);
    }
}
