package dev.milliner.upstream;

import dev.milliner.distro.Component;
import dev.milliner.distro.Distro;
import dev.milliner.overlay.Sources;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** A state of the distro that rendered specs were made of. What is rendered in it is read once. */
public final class RenderedBasis {
    private final String words;
    private final Distro distro;
    private final Map<String, Sources> rendered = new ConcurrentHashMap<>();

    /**
     * Takes a state.
     *
     * @param words what screens call it, such as {@code HEAD (1a2b3c4)}
     * @param distro the distro then; its tree has the rendered specs
     */
    public RenderedBasis(String words, Distro distro) {
        this.words = words;
        this.distro = distro;
    }

    /** What screens call it. */
    public String words() {
        return words;
    }

    /** The distro then. */
    public Distro distro() {
        return distro;
    }

    /**
     * What was rendered of one of its components; nothing where it was not.
     *
     * @throws SourceUnavailableException where it can't be read
     */
    public Sources rendered(Component component) throws SourceUnavailableException {
        Sources known = rendered.get(component.renderedSpec());
        if (known == null) {
            known = FoundSources.rendered(distro, component);
            rendered.put(component.renderedSpec(), known);
        }
        return known;
    }
}
