package dev.milliner.review;

import dev.milliner.distro.Component;
import dev.milliner.distro.Kind;
import dev.milliner.distro.TableDefinition;
import dev.milliner.distro.ValueChange;
import dev.milliner.distro.ValueComparison;
import dev.milliner.review.DefinitionChange.Added;
import dev.milliner.review.DefinitionChange.Changed;
import dev.milliner.review.DefinitionChange.Removed;
import dev.milliner.text.Place;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Finds what both sides do to the same definitions, by what these resolve to. */
final class ValueClashes {
    private final Review ours;
    private final Review theirs;
    private final Set<ValueChange> shared = new HashSet<>();
    private final Map<Object, List<String>> names = new LinkedHashMap<>();
    private final Map<Object, Clash> first = new LinkedHashMap<>();

    ValueClashes(Review ours, Review theirs) {
        this.ours = ours;
        this.theirs = theirs;
        ours.shared().forEach(edit -> shared.add(edit.change()));
        theirs.shared().forEach(edit -> shared.add(edit.change()));
    }

    /** What two definitions of one name are known by. */
    private record Key(Kind kind, String name) {
        static Key of(DefinitionChange change) {
            return new Key(change.kind(), change.name());
        }
    }

    List<Clash> list() {
        Map<Key, DefinitionChange> there = new LinkedHashMap<>();
        theirs.changes().forEach(change -> there.put(Key.of(change), change));
        for (DefinitionChange here : ours.changes()) {
            DefinitionChange other = there.get(Key.of(here));
            if (other != null) {
                compare(here, other);
            }
        }
        List<Clash> all = new ArrayList<>();
        first.forEach((like, clash) -> all.add(told(clash, names.getOrDefault(like, List.of()))));
        return all;
    }

    /** An edit that many follow is told once. */
    private static Clash told(Clash clash, List<String> all) {
        String message = all.size() == 1
                ? all.getFirst() + ": " + clash.message()
                : Counted.number(all.size()) + " definitions (" + Words.some(all) + "): " + clash.message();
        return new Clash(clash.kind(), List.copyOf(all), clash.path(), message, clash.ours(), clash.theirs());
    }

    private void add(String name, Object like, Clash.Kind kind, String path, String what, Place here, Place there) {
        names.computeIfAbsent(like, none -> new ArrayList<>()).add(name);
        first.putIfAbsent(like, new Clash(kind, List.of(name), path, what, here, there));
    }

    private void compare(DefinitionChange here, DefinitionChange there) {
        if (here instanceof Changed one && there instanceof Changed other) {
            changed(one, other);
        } else if (here instanceof Added one && there instanceof Added other) {
            if (differ(one, other)) {
                alone(here, there, Clash.Kind.SAME_VALUE, "both add it, each otherwise");
            }
        } else if (here instanceof Removed one && there instanceof Changed other && isOwn(other)) {
            String how = one.renamedTo().map(name -> "renamed to " + name).orElse("removed");
            alone(here, there, Clash.Kind.TAKEN_AWAY, how + " here, changed there");
        } else if (here instanceof Changed one && there instanceof Removed other && isOwn(one)) {
            String how = other.renamedTo().map(name -> "renamed to " + name).orElse("removed");
            alone(here, there, Clash.Kind.TAKEN_AWAY, "changed here, " + how + " there");
        }
    }

    private void alone(DefinitionChange here, DefinitionChange there, Clash.Kind kind, String what) {
        add(here.name(), Key.of(here), kind, "", what, SidePlaces.of(here), SidePlaces.of(there));
    }

    /** Tells whether a definition is changed by more than what many follow. */
    private boolean isOwn(Changed change) {
        return change.values().stream().anyMatch(value -> !shared.contains(value))
                || !change.members().isEmpty();
    }

    private static boolean differ(Added one, Added other) {
        if (one.after() instanceof Component here && other.after() instanceof Component there) {
            return !new ValueComparison().of(here, there).isEmpty();
        }
        return one.after() instanceof TableDefinition here
                && other.after() instanceof TableDefinition there
                && !new ValueComparison().of(here, there).isEmpty();
    }

    private void changed(Changed one, Changed other) {
        Map<String, ValueChange> there = new LinkedHashMap<>();
        other.values().forEach(value -> there.put(value.path(), value));
        boolean clashes = false;
        for (ValueChange here : one.values()) {
            @Nullable ValueChange value = there.get(here.path());
            if (value != null
                    && !here.path().equals("overlays")
                    && !here.after().equals(value.after())) {
                values(one, other, here, value);
                clashes = true;
            }
        }
        clashes |= overlays(one, other);
        if (!clashes && one.kind() == Kind.COMPONENT && isOwn(one) && isOwn(other) && differ(one, other)) {
            alone(one, other, Clash.Kind.BOTH_CHANGE, "both change it, here " + paths(one) + ", there " + paths(other));
        }
    }

    /** What both sides made the same of is none. */
    private static boolean differ(Changed one, Changed other) {
        return one.after() instanceof Component here
                && other.after() instanceof Component there
                && !new ValueComparison().of(here, there).isEmpty();
    }

    private static String paths(Changed change) {
        return Words.some(
                change.values().stream().map(ValueChange::path).distinct().toList());
    }

    private void values(Changed one, Changed other, ValueChange here, ValueChange there) {
        List<Object> like = List.of(here.path(), here.after(), there.after(), here.edit(), there.edit());
        Words mine = new Words(ours);
        String what = here.path() + " is " + mine.value(here.after()) + " here and "
                + new Words(theirs).value(there.after()) + " there, and was " + mine.value(here.before());
        add(
                one.name(),
                like,
                Clash.Kind.SAME_VALUE,
                here.path(),
                what,
                here.edit().orElseGet(() -> one.after().place()),
                there.edit().orElseGet(() -> other.after().place()));
    }

    /** The same overlay changed or removed on both sides, each otherwise. */
    private boolean overlays(Changed one, Changed other) {
        boolean found = false;
        for (OverlayChange here : Review.overlays(one)) {
            for (OverlayChange there : Review.overlays(other)) {
                Optional<String> same = before(here);
                if (same.isPresent()
                        && same.equals(before(there))
                        && !after(here).equals(after(there))) {
                    String what = "overlay " + Words.what(here.overlay()) + " is " + here.word() + " here and "
                            + there.word() + " there";
                    List<Object> like = List.of(one.name(), what, here.place());
                    add(one.name(), like, Clash.Kind.SAME_VALUE, "overlays", what, here.place(), there.place());
                    found = true;
                }
            }
        }
        return found;
    }

    private static Optional<String> before(OverlayChange change) {
        return switch (change) {
            case OverlayChange.Changed one ->
                Optional.of(OverlayLikeness.said(one.before()).toString());
            case OverlayChange.Removed one ->
                Optional.of(OverlayLikeness.said(one.overlay()).toString());
            case OverlayChange.Added one -> Optional.empty();
            case OverlayChange.Moved one -> Optional.empty();
        };
    }

    private static Optional<String> after(OverlayChange change) {
        return change instanceof OverlayChange.Removed
                ? Optional.empty()
                : Optional.of(OverlayLikeness.said(change.overlay()).toString());
    }
}
