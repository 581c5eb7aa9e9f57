package dev.milliner.refactor;

import dev.milliner.distro.Component;
import dev.milliner.distro.Distro;
import dev.milliner.text.NearNames;
import java.util.Collection;

/** What a refactoring is asked about, or why there is no such thing. */
final class Sought {
    private Sought() {}

    static Component component(Distro distro, String name) throws Obstacle {
        Component component = distro.components().get(name);
        if (component == null) {
            throw new Obstacle(missing("component", name, distro.components().keySet()));
        }
        return component;
    }

    static String missing(String what, String name, Collection<String> known) {
        return ("The distro has no " + what + " '" + name + "'. " + NearNames.question(known, name)).strip();
    }

    /** What the file that defines a component says of it; nothing where only a glob of specs finds it. */
    static Unit unit(Draft draft, Component component) throws Obstacle {
        return Unit.of(draft.file(component.place().file()), "components", component.name());
    }

    /** The same, where it has to say something. */
    static Unit defined(Draft draft, Component component) throws Obstacle {
        Unit unit = unit(draft, component);
        if (unit.isEmpty()) {
            throw new Obstacle("No file defines '" + component.name() + "': a component group finds its spec.");
        }
        return unit;
    }
}
