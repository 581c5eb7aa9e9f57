package dev.milliner.upstream;

import dev.milliner.distro.Component;
import dev.milliner.distro.Distro;
import dev.milliner.distro.DistroLoader;
import dev.milliner.distro.Overlay;
import dev.milliner.distro.SpecSource;
import dev.milliner.overlay.Recipe;
import dev.milliner.source.SourceTree;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Works out what overlays do, once for all who ask: while one thread does it for a component, another that asks for the same
 * waits for its answer.
 */
public final class OverlayWork implements AutoCloseable {
    private final SourceCache cache;
    private final Map<String, Worked> known = new ConcurrentHashMap<>();

    /**
     * One that knows nothing yet.
     *
     * @param loader reads earlier states of the distro
     */
    public OverlayWork(DistroLoader loader) {
        cache = new SourceCache(loader);
    }

    /** What rendered specs were made of. */
    public RenderedBases bases() {
        return cache.bases();
    }

    /**
     * What an answer was worked out from.
     *
     * @param added what the files hold that overlays add, as far as they were read
     * @param basis what rendered specs were made of
     */
    private record Asked(Recipe recipe, SpecSource spec, List<Integer> added, String basis) {}

    private record Worked(Asked asked, OverlayResult shown) {}

    /** What a component's overlays do in a state of the distro, by what can be had without the network. */
    public OverlayResult of(Distro distro, Component component) {
        // A local spec may have been edited, so its component is always worked out anew.
        if (component.isLocal()) {
            return work(distro, component, false);
        }
        Asked asked = asked(distro, component);
        return Objects.requireNonNull(known.compute(
                        component.name(),
                        (name, before) -> before != null && before.asked().equals(asked)
                                ? before
                                : new Worked(asked, work(distro, component, false))))
                .shown();
    }

    /** What the overlays of all components do, by component; those without overlays are left out. */
    public Map<String, OverlayResult> ofAll(Distro distro) {
        Map<String, OverlayResult> found = new TreeMap<>();
        for (Component component : distro.components().values()) {
            if (component.hasOverlays()) {
                found.put(component.name(), of(distro, component));
            }
        }
        known.keySet().retainAll(found.keySet());
        return found;
    }

    /** The same, of what upstream has now; goes to the network. */
    public OverlayResult fetch(Distro distro, Component component) {
        OverlayResult shown = work(distro, component, true);
        known.put(component.name(), new Worked(asked(distro, component), shown));
        return shown;
    }

    private Asked asked(Distro distro, Component component) {
        List<Integer> added = component.overlays().stream()
                .map(Overlay::source)
                .filter(source -> !source.isEmpty())
                .map(source -> content(distro.tree(), source))
                .toList();
        return new Asked(Recipe.of(component), component.spec(), added, basis(distro, component));
    }

    private static int content(SourceTree tree, String source) {
        return tree.holds(source) ? tree.read(source).hashCode() : 0;
    }

    private String basis(Distro distro, Component component) {
        try {
            return cache.bases().of(distro, component).words();
        } catch (SourceUnavailableException none) {
            return none.reason();
        }
    }

    private OverlayResult work(Distro distro, Component component, boolean fetch) {
        long start = System.nanoTime();
        try {
            FoundSources found = fetch ? cache.fetch(distro, component) : cache.atHand(distro, component);
            OverlaidComponent overlaid = OverlaidComponent.of(distro, component, found, cache.bases());
            return new OverlayResult(component.name(), overlaid, OverlayJudgement.of(overlaid), "", since(start));
        } catch (SourceUnavailableException unavailable) {
            return new OverlayResult(component.name(), null, List.of(), unavailable.reason(), since(start));
        }
    }

    private static Duration since(long start) {
        return Duration.ofNanos(System.nanoTime() - start);
    }

    /** What was worked out for a component last. */
    public Optional<OverlayResult> known(String component) {
        return Optional.ofNullable(known.get(component)).map(Worked::shown);
    }

    /** Lets go of the repository that rendered specs lie in. */
    @Override
    public void close() {
        cache.bases().close();
    }
}
