package dev.milliner.refactor;

import dev.milliner.distro.Difference;
import dev.milliner.language.TomlQuotes;
import java.util.Optional;
import java.util.Set;

/**
 * Adds a component to the list of components.
 *
 * @param component its name
 * @param into the list; where none is named, the file that defines most components
 */
public record AddComponent(String component, Optional<String> into) implements Refactoring {
    @Override
    public String title() {
        return "Add the component '" + component + "'";
    }

    @Override
    public Outcome make(Draft draft) throws Obstacle {
        if (draft.distro().components().containsKey(component)) {
            throw new Obstacle("There is a component '" + component + "' already, in "
                    + draft.distro().components().get(component).place().file() + ".");
        }
        String list = into.or(() -> new Habit(draft.distro()).list(""))
                .orElseThrow(() -> new Obstacle("No file lists components. Name one with --into."));
        String text = "[components." + TomlQuotes.key(component) + "]\n";
        draft.write(list, DefinitionList.of(draft.file(list), "components").with(component, text));
        return Outcome.of(Set.of(Difference.added("components", component)));
    }
}
