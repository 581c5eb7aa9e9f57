package dev.milliner.review;

import dev.milliner.distro.Definition;
import dev.milliner.distro.Kind;
import dev.milliner.distro.Layer;
import dev.milliner.distro.ValueChange;
import dev.milliner.review.DefinitionChange.Changed;
import dev.milliner.text.Place;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import tools.jackson.databind.JsonNode;

/** Finds the edits that several definitions follow. */
final class SharedEdits {
    /** From so many on an edit is told once, instead of by each definition. */
    private static final int FEW = 3;

    /** What makes two changes one edit. */
    private record Edit(
            Kind kind, String path, Optional<JsonNode> before, Optional<JsonNode> after, Optional<Place> place) {
        static Edit of(Kind kind, ValueChange change) {
            Optional<Place> place = kind == Kind.PACKAGE ? Optional.empty() : change.edit();
            return new Edit(kind, change.path(), change.before(), change.after(), place);
        }
    }

    /** Definitions with the very same changes. */
    private record Followers(Kind kind, List<ValueChange> changes, List<Changed> all) {}

    /** Those who follow an edit, and what it is to the first. */
    private record Following(ValueChange first, List<Changed> all) {}

    private SharedEdits() {}

    /** The shared edits, the farthest-reaching first. */
    static List<SharedEdit> among(List<DefinitionChange> changes) {
        Map<Edit, Following> following = new LinkedHashMap<>();
        for (Followers same : followers(changes)) {
            for (ValueChange change : same.changes()) {
                following
                        .computeIfAbsent(Edit.of(same.kind(), change), edit -> new Following(change, new ArrayList<>()))
                        .all()
                        .addAll(same.all());
            }
        }
        List<SharedEdit> shared = new ArrayList<>();
        following.forEach((edit, one) -> {
            if (one.all().size() >= FEW) {
                shared.add(shared(edit.kind(), one.first(), one.all()));
            }
        });
        shared.sort(Comparator.comparingInt((SharedEdit one) -> -one.names().size()));
        return List.copyOf(shared);
    }

    private static Iterable<Followers> followers(List<DefinitionChange> changes) {
        IdentityHashMap<List<ValueChange>, Followers> same = new IdentityHashMap<>();
        List<Followers> inOrder = new ArrayList<>();
        for (DefinitionChange change : changes) {
            if (change instanceof Changed one && !one.values().isEmpty()) {
                Followers known = same.computeIfAbsent(one.values(), values -> {
                    Followers made = new Followers(one.kind(), values, new ArrayList<>());
                    inOrder.add(made);
                    return made;
                });
                known.all().add(one);
            }
        }
        return inOrder;
    }

    private static SharedEdit shared(Kind kind, ValueChange change, List<Changed> all) {
        List<String> names = all.stream().map(Changed::name).sorted().toList();
        return new SharedEdit(kind, change, names, layer(all.getFirst(), change));
    }

    private static Optional<String> layer(Changed one, ValueChange change) {
        Definition definition = change.after().isPresent() ? one.after() : one.before();
        return definition.values().stream()
                .filter(value -> value.path().equals(change.path()))
                .filter(value -> !value.layers().isEmpty())
                .map(value -> value.layers().getLast())
                .map(Layer::name)
                .findFirst();
    }
}
