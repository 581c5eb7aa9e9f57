package dev.milliner.review;

import dev.milliner.distro.Component;
import dev.milliner.distro.ComponentGroup;
import dev.milliner.distro.Distro;
import dev.milliner.distro.Layer;
import dev.milliner.distro.ResolvedValue;
import dev.milliner.distro.ValueChange;
import java.util.List;
import java.util.Optional;

/** Where a component gets a value from a group that it joined, the edit is that it was listed there. */
record MembershipCause(Distro after) {
    private static final String GROUP = "component group ";

    /** The changes, with the place of the list as the cause of those that came by joining. */
    List<ValueChange> of(Component before, Component now, List<ValueChange> changes) {
        List<String> joined = now.groups().stream()
                .filter(group -> !before.groups().contains(group))
                .toList();
        return joined.isEmpty()
                ? changes
                : changes.stream().map(change -> caused(now, joined, change)).toList();
    }

    private ValueChange caused(Component now, List<String> joined, ValueChange change) {
        Optional<ComponentGroup> group = now.values().stream()
                .filter(value ->
                        value.path().equals(change.path()) || value.path().startsWith(change.path() + "["))
                .map(ResolvedValue::layers)
                .flatMap(layers -> layers.isEmpty()
                        ? java.util.stream.Stream.<Layer>empty()
                        : java.util.stream.Stream.of(layers.getLast()))
                .map(Layer::name)
                .filter(name -> name.startsWith(GROUP) && joined.contains(name.substring(GROUP.length())))
                .map(name -> after.componentGroups().get(name.substring(GROUP.length())))
                .filter(java.util.Objects::nonNull)
                .findFirst();
        return group.map(from -> change.causedAt(from.placeOfMember(now.name())))
                .orElse(change);
    }
}
