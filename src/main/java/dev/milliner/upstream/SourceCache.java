package dev.milliner.upstream;

import dev.milliner.distro.Component;
import dev.milliner.distro.Distro;
import dev.milliner.distro.DistroLoader;
import dev.milliner.source.DiskTree;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Upstream sources that were found before, so that typing into an overlay reads nothing twice. Local specs are read
 * anew each time, as they are edited here too.
 */
final class SourceCache {
    private final Map<String, FoundSources> found = new ConcurrentHashMap<>();
    private final RenderedBases bases;

    /**
     * One that has found nothing yet.
     *
     * @param loader reads the states that rendered specs were made of
     */
    SourceCache(DistroLoader loader) {
        bases = new RenderedBases(
                loader,
                now -> loader.load(new DiskTree(now.tree().root(), now.tree().outsideFiles())));
    }

    /** What rendered specs were made of; where no commit tells, the files on the disk when first asked. */
    RenderedBases bases() {
        return bases;
    }

    /** What can be had without the network. */
    FoundSources atHand(Distro distro, Component component) throws SourceUnavailableException {
        FoundSources known = found.get(key(component));
        if (known != null) {
            return known;
        }
        FoundSources now = FoundSources.atHand(distro, component);
        return keep(component, now.origin() == SourceOrigin.RENDERED ? bases.sharing(distro, component, now) : now);
    }

    /** What upstream has now; goes to the network. */
    FoundSources fetch(Distro distro, Component component) throws SourceUnavailableException {
        return keep(component, FoundSources.of(distro, component));
    }

    private FoundSources keep(Component component, FoundSources sources) {
        if (sources.origin() != SourceOrigin.LOCAL) {
            found.put(key(component), sources);
        }
        return sources;
    }

    /** Another upstream, version, snapshot or commit means other sources. */
    private static String key(Component component) {
        return component.name() + ' ' + component.spec();
    }
}
