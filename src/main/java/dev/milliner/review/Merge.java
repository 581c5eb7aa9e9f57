package dev.milliner.review;

import dev.milliner.distro.Distro;
import dev.milliner.distro.DistroLoader;
import dev.milliner.distro.Problem;
import dev.milliner.source.ChangedFile;
import dev.milliner.source.SourceTree;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/**
 * Finds what of a change does not go together with the base as it is now: by comparing what both sides resolve to, and by
 * resolving both together. That lines of text conflict, or don't, says neither.
 */
public final class Merge {
    private final Review ours;
    private final Review theirs;
    private final Review together;

    private Merge(Review ours, Review theirs, Review together) {
        this.ours = ours;
        this.theirs = theirs;
        this.together = together;
    }

    /**
     * Holds a change against the base as it is now.
     *
     * @param parting the state at which the two parted
     * @param ours the state under review
     * @param theirs the base as it is now
     * @param ourFiles the files that differ between the parting and ours
     * @param theirFiles the files that differ between the parting and theirs
     * @param loader reads both together
     */
    public static Clashes of(
            ReviewedState parting,
            ReviewedState ours,
            ReviewedState theirs,
            List<ChangedFile> ourFiles,
            List<ChangedFile> theirFiles,
            DistroLoader loader) {
        Review there = Review.of(parting, theirs, theirFiles, loader);
        if (theirFiles.isEmpty()) {
            return new Clashes(theirs.words(), 0, List.of());
        }
        Review here = Review.of(parting, ours, ourFiles, loader);
        SourceTree merged = MergedTree.of(
                parting.distro().tree(), ours.distro().tree(), theirs.distro().tree(), theirFiles);
        Distro both = loader.load(merged);
        Review together = Review.of(theirs, new ReviewedState("both", both), ourFiles, loader);
        return new Clashes(theirs.words(), there.changes().size(), new Merge(here, there, together).clashes());
    }

    private List<Clash> clashes() {
        List<Clash> all = new ArrayList<>(new ValueClashes(ours, theirs).list());
        Set<String> told = all.stream().flatMap(clash -> clash.names().stream()).collect(Collectors.toSet());
        overlays(all);
        problems(all, told);
        all.sort(java.util.Comparator.comparing(Clash::kind));
        Set<String> serious = all.stream()
                .filter(clash -> clash.kind().isSerious())
                .flatMap(clash -> clash.names().stream())
                .collect(Collectors.toSet());
        all.removeIf(clash -> !clash.kind().isSerious() && serious.containsAll(clash.names()));
        return List.copyOf(all);
    }

    /** Overlays that could be applied on each side, and can't together. */
    private void overlays(List<Clash> into) {
        Set<String> before = new TreeSet<>(faulty(ours));
        before.addAll(faulty(theirs));
        for (SourceChange source : together.sources()) {
            if (source instanceof SourceChange.Known known
                    && known.fault().isPresent()
                    && !before.contains(known.component())) {
                into.add(new Clash(
                        Clash.Kind.OVERLAYS,
                        List.of(known.component()),
                        "overlays",
                        known.component() + ": with both, its sources can't be prepared: "
                                + known.fault().get(),
                        new SidePlaces(ours).of(known.component()),
                        new SidePlaces(theirs).of(known.component())));
            }
        }
    }

    private static Set<String> faulty(Review review) {
        return review.sources().stream()
                .filter(source -> source instanceof SourceChange.Known known
                        && known.fault().isPresent())
                .map(SourceChange::component)
                .collect(Collectors.toSet());
    }

    private void problems(List<Clash> into, Set<String> told) {
        List<Problem> alone = new ArrayList<>(ours.to().distro().problems());
        alone.addAll(ours.problems().introduced());
        SourceTree merged = together.to().distro().tree();
        List<Problem> found =
                ProblemChanges.between(alone, together.problems().introduced()).introduced();
        for (Problem problem : found) {
            List<String> names = mentioned(problem);
            if (!names.isEmpty() && told.containsAll(names)) {
                continue;
            }
            into.add(new Clash(
                    Clash.Kind.PROBLEM,
                    names,
                    "",
                    problem.message().replaceAll("\\.$", ""),
                    new SidePlaces(ours).of(problem, merged, names),
                    new SidePlaces(theirs).of(problem, merged, names)));
        }
    }

    /** The definitions that either side changes and the problem names. */
    private List<String> mentioned(Problem problem) {
        Set<String> words = Set.copyOf(List.of(problem.message().split("[\\s'\"`,;:()]+")));
        return java.util.stream.Stream.concat(ours.changes().stream(), theirs.changes().stream())
                .map(DefinitionChange::name)
                .filter(name -> words.contains(name) || words.contains(name + "."))
                .distinct()
                .sorted()
                .toList();
    }
}
