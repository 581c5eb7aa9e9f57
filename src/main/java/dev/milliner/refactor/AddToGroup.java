package dev.milliner.refactor;

import dev.milliner.language.TomlQuotes;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Adds components to a component group, or packages to a package group.
 *
 * @param group the group's name
 * @param names the names to add
 */
public record AddToGroup(String group, List<String> names) implements Refactoring {
    /** Takes the list over. */
    public AddToGroup {
        names = List.copyOf(names);
    }

    @Override
    public String title() {
        return "Add " + String.join(", ", names) + " to '" + group + "'";
    }

    @Override
    public Outcome make(Draft draft) throws Obstacle {
        GroupList list = GroupList.of(draft.distro(), group);
        Set<String> before = new HashSet<>(list.members(draft.distro()));
        for (String name : names) {
            if (list.ofComponents()) {
                Sought.component(draft.distro(), name);
            }
            if (!before.add(name)) {
                throw new Obstacle("'" + name + "' is in '" + group + "' already.");
            }
            Optional<TomlList> written = list.in(draft);
            draft.write(list.file(), written.isPresent() ? written.get().with(name) : begun(draft, list, name));
        }
        return list.changing(Set.copyOf(names))
                .held(after -> Set.copyOf(list.members(after)).equals(before)
                        ? Optional.empty()
                        : Optional.of("'" + group + "' would not get just these members."));
    }

    private String begun(Draft draft, GroupList list, String name) throws Obstacle {
        TomlFile file = draft.file(list.file());
        TomlBlock block = file.blocks().stream()
                .filter(one -> one.path().equals(List.of(list.table(), group)))
                .findFirst()
                .orElseThrow(() -> new Obstacle("'" + group + "' has no header of its own in " + list.file()
                        + ". Write [" + list.table() + "." + group + "] first."));
        return file.with(block.content(), list.key() + " = [" + TomlQuotes.quoted(name) + "]\n");
    }
}
