package dev.milliner.review;

import dev.milliner.distro.Component;
import dev.milliner.distro.Distro;
import dev.milliner.distro.DistroLoader;
import dev.milliner.distro.Image;
import dev.milliner.distro.ValueChange;
import dev.milliner.source.ChangedFile;
import dev.milliner.source.TreePaths;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;

/** Says of each changed file what it has an effect on, or that it has none. */
final class FileEffects {
    private final Distro before;
    private final Distro after;
    private final Set<String> read = new HashSet<>();
    private final Map<String, ChangedFile> files = new LinkedHashMap<>();
    private final Map<String, EffectTally> tallies = new LinkedHashMap<>();
    private boolean anything;

    private FileEffects(Distro before, Distro after, List<ChangedFile> changed) {
        this.before = before;
        this.after = after;
        read.addAll(before.files());
        read.addAll(after.files());
        changed.forEach(file -> {
            files.put(file.path(), file);
            file.from().ifPresent(from -> files.put(from, file));
        });
    }

    /**
     * The effects of all changed files, in the order of the files.
     *
     * @param changes what differs in definitions
     * @param project what differs in the project as a whole
     * @param descriptions what differs in descriptions of images
     * @param loader reads the state without some of the changes
     */
    static List<FileEffect> of(
            ReviewedState from,
            ReviewedState to,
            List<ChangedFile> changed,
            List<DefinitionChange> changes,
            List<ValueChange> project,
            List<DescriptionChange> descriptions,
            DistroLoader loader) {
        FileEffects effects = new FileEffects(from.distro(), to.distro(), changed);
        changes.forEach(effects::count);
        effects.anything = !changes.isEmpty();
        project.forEach(change ->
                effects.places(change).forEach(file -> effects.tally(file).add("changes " + change.path())));
        descriptions.forEach(one -> effects.tally(one.file()).add(one.image() + " " + one.words()));
        effects.sources();
        effects.images();
        effects.unexplained(changed, loader);
        return changed.stream().map(effects::of).toList();
    }

    private EffectTally tally(String file) {
        ChangedFile changed = files.get(file);
        return tallies.computeIfAbsent(changed == null ? file : changed.path(), path -> new EffectTally());
    }

    private void count(DefinitionChange change) {
        Set<String> places = new TreeSet<>();
        switch (change) {
            case DefinitionChange.Added one -> places.add(one.after().place().file());
            case DefinitionChange.Removed one -> places.add(one.before().place().file());
            case DefinitionChange.Changed one -> {
                one.values().forEach(value -> places(value).forEach(places::add));
                if (!one.members().isEmpty()) {
                    places.add(one.after().place().file());
                }
            }
        }
        places.retainAll(files.keySet());
        places.forEach(file -> tally(file).add(change));
    }

    private Stream<String> places(ValueChange change) {
        return Stream.of(change.is(), change.was())
                .flatMap(Optional::stream)
                .map(place -> place.file())
                .filter(files::containsKey);
    }

    /** Files that are sources, which stand in no definition. */
    private void sources() {
        List<String> unexplained = files.keySet().stream()
                .filter(file -> !tallies.containsKey(file))
                .toList();
        if (unexplained.isEmpty()) {
            return;
        }
        SourceOwners then = SourceOwners.of(before);
        SourceOwners now = SourceOwners.of(after);
        for (String file : unexplained) {
            Set<String> owners = new TreeSet<>(then.of(file));
            owners.addAll(now.of(file));
            owners.removeIf(owner -> !before.components().containsKey(owner)
                    && !after.components().containsKey(owner));
            if (!isRead(file) && !owners.isEmpty()) {
                tally(file).add("changes the sources of " + String.join(", ", owners));
            }
            lock(file).ifPresent(name -> tally(file).add("changes the lock of " + name));
        }
    }

    private Optional<String> lock(String file) {
        return file.startsWith(after.lockFolder() + "/") && file.endsWith(".lock")
                ? Optional.of(TreePaths.name(file).replace(".lock", ""))
                : Optional.empty();
    }

    /** What lies beside an image's description goes into it: scripts, configuration, root files. */
    private void images() {
        for (Image image : after.images().values()) {
            image.definitionPath().ifPresent(path -> {
                String folder = TreePaths.folder(path) + "/";
                files.keySet().stream()
                        .filter(file -> file.startsWith(folder) && !file.equals(path) && !isRead(file))
                        .forEach(file -> tally(file).add("lies beside the description of " + image.name()));
            });
        }
    }

    /**
     * Files in which nothing stands that differs may yet say what is read and used. They are proved to have no effect by resolving
     * without their changes.
     */
    private void unexplained(List<ChangedFile> changed, DistroLoader loader) {
        List<ChangedFile> suspects = changed.stream()
                .filter(file -> !tallies.containsKey(file.path()) && isRead(file))
                .filter(file -> file.how() == ChangedFile.How.MOVED || meaning(file) == TomlMeaning.OTHER)
                .toList();
        if (suspects.isEmpty() || !anything) {
            return;
        }
        Distro without = loader.load(TakenBack.of(suspects, before.tree(), after.tree()));
        List<DefinitionChange> theirs = DefinitionChanges.between(without, after, Set.of()).stream()
                .filter(change -> !isMoved(change.name()))
                .toList();
        for (ChangedFile file : suspects) {
            theirs.forEach(change -> tally(file.path()).add(change));
        }
    }

    private boolean isRead(ChangedFile file) {
        return isRead(file.path()) || file.from().filter(this::isRead).isPresent();
    }

    private boolean isRead(String file) {
        return read.contains(file);
    }

    private TomlMeaning meaning(ChangedFile file) {
        return TomlMeaning.between(
                before.tree().read(file.from().orElse(file.path())).orElse(""),
                after.tree().read(file.path()).orElse(""));
    }

    private FileEffect of(ChangedFile file) {
        Optional<String> rendered = renderedFor(file.path());
        if (rendered.isPresent()) {
            return new FileEffect.Rendered(file, rendered.get());
        }
        EffectTally tally = tallies.get(file.path());
        return tally == null ? new FileEffect.None(file, why(file)) : new FileEffect.Some(file, tally.words());
    }

    private Optional<String> renderedFor(String file) {
        String name = TreePaths.name(TreePaths.folder(file));
        Component component =
                after.components().getOrDefault(name, before.components().get(name));
        return Optional.ofNullable(component)
                .filter(one -> TreePaths.folder(one.renderedSpec()).equals(TreePaths.folder(file)))
                .map(Component::name);
    }

    private NoEffect why(ChangedFile file) {
        if (!isRead(file)) {
            return NoEffect.NOT_READ;
        }
        if (file.how() == ChangedFile.How.MOVED) {
            return NoEffect.MOVED;
        }
        TomlMeaning meaning = file.how() == ChangedFile.How.CHANGED ? meaning(file) : TomlMeaning.OTHER;
        return switch (meaning) {
            case SAME -> NoEffect.LAYOUT;
            case REORDERED -> NoEffect.ORDER;
            case OTHER -> isMovedFrom(file.path()) ? NoEffect.MOVED_LINES : NoEffect.SAME_VALUES;
        };
    }

    private boolean isMovedFrom(String file) {
        return before.components().values().stream().anyMatch(then -> {
            Component now = after.components().get(then.name());
            return now != null
                    && isMoved(then, now)
                    && (then.place().file().equals(file) || now.place().file().equals(file));
        });
    }

    /** Tells whether a component is defined in another file now; what it was in the old one, or would be in both, is no effect. */
    private boolean isMoved(String name) {
        Component then = before.components().get(name);
        Component now = after.components().get(name);
        return then != null && now != null && isMoved(then, now);
    }

    private static boolean isMoved(Component then, Component now) {
        return !now.place().file().equals(then.place().file());
    }
}
