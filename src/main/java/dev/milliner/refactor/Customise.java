package dev.milliner.refactor;

import dev.milliner.distro.Component;
import dev.milliner.distro.Format;
import dev.milliner.language.TomlQuotes;
import dev.milliner.source.TreePaths;
import java.util.List;
import java.util.Optional;

/**
 * Takes a component out of a list of many into a file of its own, where the tree's habit has such files.
 *
 * @param component its name
 * @param into the file to take instead of the one that the habit has
 */
public record Customise(String component, Optional<String> into) implements Refactoring {
    @Override
    public String title() {
        return "Give '" + component + "' a file of its own";
    }

    @Override
    public Outcome make(Draft draft) throws Obstacle {
        Component known = Sought.component(draft.distro(), component);
        String list = known.place().file();
        Unit unit = Sought.unit(draft, known);
        if (!unit.isEmpty() && isAlone(unit)) {
            throw new Obstacle("'" + component + "' has a file of its own already: " + list + ".");
        }
        String own = into.orElseGet(() -> new Habit(draft.distro()).ownFile(component, list));
        if (draft.exists(own)) {
            throw new Obstacle("There is a file '" + own + "' already. Name another with --into.");
        }
        String text = unit.isEmpty() ? "[components." + TomlQuotes.key(component) + "]\n" : unit.text();
        draft.write(
                own,
                MovedPaths.moved(
                        draft.distro().tree(), Format.FILE, text, TreePaths.folder(list), TreePaths.folder(own)));
        if (!unit.isEmpty()) {
            draft.write(list, unit.without());
        }
        Inclusion.include(draft, own, list);
        return Outcome.same();
    }

    /** Tells whether a file says nothing but what it says of one component. */
    static boolean isAlone(Unit unit) {
        boolean tables = unit.file().blocks().stream()
                .allMatch(block -> block.isWithin(List.of(unit.table(), unit.name()))
                        || block.path().equals(List.of(unit.table())));
        boolean entries = TomlStatement.all(unit.file()).stream()
                .allMatch(entry -> entry.path().size() >= 2
                        && entry.path().subList(0, 2).equals(List.of(unit.table(), unit.name())));
        return tables && entries;
    }
}
