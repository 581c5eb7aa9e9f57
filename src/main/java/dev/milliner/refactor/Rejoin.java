package dev.milliner.refactor;

import dev.milliner.distro.Component;
import dev.milliner.distro.Format;
import dev.milliner.source.TreePaths;
import java.util.Optional;

/**
 * Takes a component from its own file back into the list of components.
 *
 * @param component its name
 * @param into the list; where none is named, the file that defines most components
 */
public record Rejoin(String component, Optional<String> into) implements Refactoring {
    @Override
    public String title() {
        return "Take '" + component + "' back into the list";
    }

    @Override
    public Outcome make(Draft draft) throws Obstacle {
        Component known = Sought.component(draft.distro(), component);
        String own = known.place().file();
        Unit unit = Sought.defined(draft, known);
        if (!Customise.isAlone(unit)) {
            throw new Obstacle("'" + component + "' has no file of its own: " + own + " says more.");
        }
        Habit habit = new Habit(draft.distro());
        String list = into.or(() -> habit.list(own))
                .orElseThrow(() -> new Obstacle("No other file lists components. Name one with --into."));
        if (list.equals(own)) {
            throw new Obstacle("'" + component + "' is in " + own + " already.");
        }
        String text = MovedPaths.moved(
                draft.distro().tree(), Format.FILE, whole(unit), TreePaths.folder(own), TreePaths.folder(list));
        draft.write(list, DefinitionList.of(draft.file(list), "components").with(component, text));
        draft.delete(own);
        Inclusion.exclude(draft, own);
        return Outcome.same();
    }

    /** All that the file says, its comments included, without blank lines around it. */
    private static String whole(Unit unit) throws Obstacle {
        return unit.entries().isEmpty()
                ? unit.file()
                                .text()
                                .replace("\r\n", "\n")
                                .replaceFirst("^(\\s*\n)+", "")
                                .stripTrailing() + "\n"
                : unit.text();
    }
}
