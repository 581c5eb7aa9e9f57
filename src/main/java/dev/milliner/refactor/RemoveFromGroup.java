package dev.milliner.refactor;

import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Takes components out of a component group, or packages out of a package group.
 *
 * @param group the group's name
 * @param names the names to take out
 */
public record RemoveFromGroup(String group, List<String> names) implements Refactoring {
    /** Takes the list over. */
    public RemoveFromGroup {
        names = List.copyOf(names);
    }

    @Override
    public String title() {
        return "Take " + String.join(", ", names) + " out of '" + group + "'";
    }

    @Override
    public Outcome make(Draft draft) throws Obstacle {
        GroupList list = GroupList.of(draft.distro(), group);
        Set<String> left = new HashSet<>(list.members(draft.distro()));
        Set<String> defined = new HashSet<>(names);
        for (String name : names) {
            if (!left.remove(name)) {
                throw new Obstacle(Sought.missing("member", name, left).replace("The distro", "'" + group + "'"));
            }
            TomlList written = list.in(draft)
                    .filter(one -> one.names().contains(name))
                    .orElseThrow(() -> new Obstacle("'" + name + "' is in '" + group
                            + "' by a glob of specs. Exclude its" + " spec with 'excluded-paths'."));
            draft.write(list.file(), written.without(name));
            if (!draft.distro().components().containsKey(name)) {
                defined.remove(name);
            }
        }
        return list.changing(defined)
                .held(after -> Set.copyOf(list.members(after)).equals(left)
                        ? Optional.empty()
                        : Optional.of("'" + group + "' would not lose just these members."));
    }
}
