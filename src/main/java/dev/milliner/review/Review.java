package dev.milliner.review;

import dev.milliner.distro.Component;
import dev.milliner.distro.Distro;
import dev.milliner.distro.DistroLoader;
import dev.milliner.distro.Kind;
import dev.milliner.distro.ValueChange;
import dev.milliner.distro.ValueComparison;
import dev.milliner.review.DefinitionChange.Changed;
import dev.milliner.source.ChangedFile;
import dev.milliner.source.TreePaths;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;

/**
 * What a change really changes: two states of a distro in, all that they resolve to differently out.
 *
 * @param from the state before
 * @param to the state after
 * @param files what each changed file has an effect on, by path
 * @param changes the definitions that differ, by kind and name
 * @param project what differs in the project as a whole
 * @param shared the edits that many definitions follow, the farthest-reaching first
 * @param sources what becomes of prepared sources, by component: of those that differ by an edit of their own
 * @param descriptions the descriptions of images that differ
 * @param problems the problems that come and go
 * @param contents what images hold otherwise, where that was asked for
 * @param against what does not go together with the base as it is now, where that was asked for
 */
public record Review(
        ReviewedState from,
        ReviewedState to,
        List<FileEffect> files,
        List<DefinitionChange> changes,
        List<ValueChange> project,
        List<SharedEdit> shared,
        List<SourceChange> sources,
        List<DescriptionChange> descriptions,
        ProblemChanges problems,
        List<ImageContent> contents,
        Optional<Clashes> against) {

    /**
     * Compares two states.
     *
     * @param files the files that differ between their trees
     * @param loader what read them; reads the state without some of the changes, to prove that these have no effect
     */
    public static Review of(ReviewedState from, ReviewedState to, List<ChangedFile> files, DistroLoader loader) {
        return of(from, to, files, loader, new SourceMemory());
    }

    /**
     * Compares two states, of which one may have been compared before.
     *
     * @param files the files that differ between their trees
     * @param loader what read them
     * @param memory what was worked out of sources before
     */
    public static Review of(
            ReviewedState from, ReviewedState to, List<ChangedFile> files, DistroLoader loader, SourceMemory memory) {
        Distro before = from.distro();
        Distro after = to.distro();
        Set<String> paths = files.stream()
                .flatMap(file -> Stream.concat(Stream.of(file.path()), file.from().stream()))
                .collect(Collectors.toCollection(TreeSet::new));
        List<DefinitionChange> changes = DefinitionChanges.between(before, after, locked(after, paths));
        List<ValueChange> project = ValueComparison.ofProject(before, after);
        List<DescriptionChange> descriptions = DescriptionChanges.between(from, to, paths);
        List<SharedEdit> shared = SharedEdits.among(changes);
        return new Review(
                from,
                to,
                FileEffects.of(from, to, files, changes, project, descriptions, loader),
                changes,
                project,
                shared,
                new AffectedSources(from, to, changes, shared, files).list(memory),
                descriptions,
                memory.problems(before, after),
                List.of(),
                Optional.empty());
    }

    private static Set<String> locked(Distro after, Set<String> paths) {
        String folder = after.lockFolder() + "/";
        return paths.stream()
                .filter(path -> path.startsWith(folder) && path.endsWith(".lock"))
                .map(path -> TreePaths.name(path).replace(".lock", ""))
                .collect(Collectors.toSet());
    }

    /** The same with what images would hold. */
    public Review with(List<ImageContent> images) {
        return with(List.copyOf(images), against);
    }

    /** The same, held against the base as it is now. */
    public Review with(Clashes clashes) {
        return with(contents, Optional.of(clashes));
    }

    private Review with(List<ImageContent> images, Optional<Clashes> clashes) {
        return new Review(from, to, files, changes, project, shared, sources, descriptions, problems, images, clashes);
    }

    /** The names of the images whose definition or description differs. */
    Set<String> describedOtherwise() {
        return Stream.concat(
                        descriptions.stream().map(DescriptionChange::image),
                        changed(Kind.IMAGE).map(Changed::name))
                .collect(Collectors.toCollection(TreeSet::new));
    }

    /** The changes of a kind. */
    public Stream<DefinitionChange> of(Kind kind) {
        return changes.stream().filter(change -> change.kind() == kind);
    }

    /** The definitions of a kind that are there in both states and resolve to something else. */
    public Stream<Changed> changed(Kind kind) {
        return of(kind).filter(Changed.class::isInstance).map(Changed.class::cast);
    }

    /** The overlays of a changed component that are not as they were. */
    public static List<OverlayChange> overlays(Changed change) {
        return change.before() instanceof Component before && change.after() instanceof Component after
                ? OverlayChanges.between(before, after)
                : List.of();
    }

    /** Tells whether nothing at all differs in effect. */
    public boolean isWithoutEffect() {
        return changes.isEmpty()
                && project.isEmpty()
                && descriptions.isEmpty()
                && files.stream().allMatch(FileEffect.None.class::isInstance);
    }

    /** Tells whether the sources of a component can't be prepared any more, as far as that is known. */
    public boolean breaksSources() {
        return sources.stream()
                .anyMatch(source -> source instanceof SourceChange.Known known
                        && known.fault().isPresent());
    }

    /** All of it in three words, such as {@code 2 components changed}; empty where nothing differs in effect. */
    public String summary() {
        if (isWithoutEffect()) {
            return "";
        }
        long components = of(Kind.COMPONENT).count();
        return components > 0
                ? Counted.of(components, Kind.COMPONENT) + " changed"
                : changes.isEmpty() ? "sources changed" : Counted.of(changes.size(), "definition") + " changed";
    }

    /** The values of a definition as text that people read: without quotes, without the root of the tree. */
    public String words(JsonNode value) {
        return ValueText.of(value, to.distro().tree().root().toString());
    }
}
