package dev.milliner.upstream;

import dev.milliner.distro.Component;
import dev.milliner.distro.Distro;
import dev.milliner.overlay.SourceReader;
import dev.milliner.overlay.Sources;
import dev.milliner.source.CommitTree;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ConcurrentHashMap;

/** A state of the distro that rendered specs were made of. What is rendered in it is read once. */
public final class RenderedBasis {
    private final String words;
    private final Distro distro;
    private final Map<String, Sources> rendered = new ConcurrentHashMap<>();
    private final Map<String, RenderedEvidence> evidence = new ConcurrentHashMap<>();
    private final SourceReader reader;

    /**
     * Takes a state.
     *
     * @param words what screens call it, such as {@code HEAD (1a2b3c4)}
     * @param distro the distro then; its tree has the rendered specs
     */
    public RenderedBasis(String words, Distro distro) {
        this.words = words;
        this.distro = distro;
        SourceReader plain = ComponentSources.reader(distro);
        // What a commit holds stays, and is asked for with every edit.
        this.reader = distro.tree() instanceof CommitTree ? new RememberingReader(plain) : plain;
    }

    /** Reads the files that overlays of then add. */
    SourceReader reader() {
        return reader;
    }

    /** The signs of overlays in what was rendered of one of its components, which it has. */
    RenderedEvidence evidence(String name) throws SourceUnavailableException {
        Component component = Objects.requireNonNull(distro.components().get(name));
        Sources sources = rendered(component);
        return evidence.computeIfAbsent(component.renderedSpec(), spec -> RenderedEvidence.in(sources, name + ".spec"));
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
            known = FoundSources.rendered(distro, component).packed();
            rendered.put(component.renderedSpec(), known);
        }
        return known;
    }
}
