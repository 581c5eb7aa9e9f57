package dev.milliner.review;

import dev.milliner.distro.Component;
import dev.milliner.distro.Distro;
import dev.milliner.distro.Kind;
import dev.milliner.distro.ValueChange;
import dev.milliner.review.DefinitionChange.Changed;
import dev.milliner.source.ChangedFile;
import dev.milliner.source.TreePaths;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;

/** Finds the components whose prepared sources may differ by an edit of their own, and what becomes of them. */
final class AffectedSources {
    /** An edit that more components follow says nothing of each. */
    private static final int FAR_REACHING = 50;

    private static final List<String> PATHS =
            List.of("spec.", "release.", "overlays", "build.", "source-files", "locked.");

    private final ReviewedState from;
    private final ReviewedState to;
    private final List<ChangedFile> files;
    private final Set<String> read;
    private final Set<ValueChange> farReaching = new HashSet<>();
    private final TreeMap<String, Component> affected = new TreeMap<>();

    AffectedSources(
            ReviewedState from,
            ReviewedState to,
            List<DefinitionChange> changes,
            List<SharedEdit> shared,
            List<ChangedFile> files) {
        this.from = from;
        this.to = to;
        this.files = files;
        this.read = new HashSet<>(to.distro().files());
        shared.stream()
                .filter(edit -> edit.kind() == Kind.COMPONENT && edit.names().size() > FAR_REACHING)
                .forEach(edit -> farReaching.add(edit.change()));
        changes.forEach(this::add);
        addOwners();
    }

    private void add(DefinitionChange change) {
        if (change instanceof Changed one
                && one.after() instanceof Component component
                && one.values().stream().anyMatch(this::counts)) {
            affected.put(component.name(), component);
        }
    }

    private boolean counts(ValueChange change) {
        return !farReaching.contains(change) && PATHS.stream().anyMatch(change.path()::startsWith);
    }

    private void addOwners() {
        Distro distro = to.distro();
        Set<String> others = files.stream().map(ChangedFile::path).collect(Collectors.toCollection(TreeSet::new));
        others.removeAll(read);
        if (others.isEmpty()) {
            return;
        }
        SourceOwners owners = SourceOwners.of(distro);
        for (String path : others) {
            Set<String> names = new TreeSet<>(owners.of(path));
            String rendered = TreePaths.name(TreePaths.folder(path));
            Component component = distro.components().get(rendered);
            if (component != null && TreePaths.folder(component.renderedSpec()).equals(TreePaths.folder(path))) {
                names.add(rendered);
            }
            names.forEach(name -> affected.put(name, distro.components().get(name)));
        }
    }

    /**
     * What becomes of their sources, by component; those that are new have none to compare with.
     *
     * @param memory what was worked out before
     */
    List<SourceChange> list(SourceMemory memory) {
        SourceChanges changes = new SourceChanges(from, to, files, memory.rendered(from));
        // Definitions count by what they come to.
        List<ChangedFile> others =
                files.stream().filter(file -> !read.contains(file.path())).toList();
        List<SourceChange> list = new ArrayList<>();
        for (Component component : affected.values()) {
            Component before = from.distro().components().get(component.name());
            if (before != null) {
                list.add(memory.of(from.words(), before, component, others, () -> changes.of(before, component)));
            }
        }
        return List.copyOf(list);
    }
}
