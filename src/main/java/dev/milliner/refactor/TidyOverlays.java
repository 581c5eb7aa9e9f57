package dev.milliner.refactor;

import dev.milliner.distro.Component;
import dev.milliner.distro.Difference;
import dev.milliner.distro.Distro;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Gives overlays that replace one text by another the kind that says what is meant, where that leaves the very same bytes.
 *
 * @param components their names; none for all whose sources are at hand
 */
public record TidyOverlays(List<String> components) implements Refactoring {
    /** Takes the names over. */
    public TidyOverlays {
        components = List.copyOf(components);
    }

    @Override
    public String title() {
        return components.isEmpty()
                ? "Tidy the overlays of all components"
                : "Tidy the overlays of '" + String.join("', '", components) + "'";
    }

    @Override
    public Outcome make(Draft draft) throws Obstacle {
        List<TidiedComponent> tidied = new ArrayList<>();
        List<String> remarks = new ArrayList<>();
        for (Component component : asked(draft.distro())) {
            try {
                TidiedComponent one = TidiedComponent.of(draft, component);
                if (one.write(draft, remarks)) {
                    tidied.add(one);
                }
            } catch (Obstacle obstacle) {
                if (!components.isEmpty()) {
                    throw obstacle;
                }
                remarks.add("Not looked at: " + obstacle.reason());
            }
        }
        if (tidied.isEmpty()) {
            throw new Obstacle(
                    ("No overlay that can be changed alone has another kind that leaves the same bytes and says more. "
                                    + String.join(" ", remarks))
                            .strip());
        }
        Set<Difference> differences = tidied.stream()
                .map(one -> Difference.changed("components", one.component()))
                .collect(Collectors.toSet());
        return Outcome.of(differences).saying(remarks).held(after -> tidied.stream()
                .flatMap(one -> one.fault(after).stream())
                .findFirst());
    }

    private List<Component> asked(Distro distro) throws Obstacle {
        if (components.isEmpty()) {
            return distro.components().values().stream()
                    .filter(Component::hasOverlays)
                    .toList();
        }
        List<Component> found = new ArrayList<>();
        for (String name : components) {
            found.add(Sought.component(distro, name));
        }
        return found;
    }
}
