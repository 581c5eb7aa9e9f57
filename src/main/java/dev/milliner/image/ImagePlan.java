package dev.milliner.image;

import dev.milliner.distro.Problem;
import dev.milliner.solve.Removal;
import dev.milliner.solve.SolveProblem;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * What an image would hold, as KIWI would install it.
 *
 * @param image the image's name in the distro
 * @param profiles the description's profiles that were asked for
 * @param architecture such as {@code x86_64}
 * @param packages sorted by name; empty where nothing can be installed
 * @param graph which package needs which, and what leaves with which
 * @param problems faults of the description and claims that do not hold, each with its place
 * @param unsolved why the solver finds no set, in its words
 * @param solver the solver and its version
 */
public record ImagePlan(
        String image,
        List<String> profiles,
        String architecture,
        List<PlannedPackage> packages,
        PackageGraph graph,
        List<Problem> problems,
        List<SolveProblem> unsolved,
        String solver) {
    /** With lists that nobody changes. */
    public ImagePlan {
        profiles = List.copyOf(profiles);
        packages = List.copyOf(packages);
        problems = List.copyOf(problems);
        unsolved = List.copyOf(unsolved);
    }

    /** The profiles that were asked for, with commas between them. */
    public Optional<String> profile() {
        return Optional.of(String.join(", ", profiles)).filter(names -> !names.isEmpty());
    }

    /** The same with more problems. */
    public ImagePlan with(List<Problem> more) {
        return new ImagePlan(
                image,
                profiles,
                architecture,
                packages,
                graph,
                Stream.concat(problems.stream(), more.stream()).toList(),
                unsolved,
                solver);
    }

    /** The package of a name. */
    public Optional<PlannedPackage> find(String name) {
        return packages.stream().filter(one -> one.name().equals(name)).findFirst();
    }

    /**
     * The packages that would leave without one: for one that is asked for as the solver found it, for another what only
     * it leads to, itself included.
     *
     * @param index the package's place in {@link #packages}
     */
    public List<Integer> leavesWith(int index) {
        String name = packages.get(index).name();
        return graph.removals().stream()
                .filter(removal -> removal.asked().equals(name))
                .findFirst()
                .map(Removal::leaves)
                .orElseGet(() -> graph.onlyThrough(index));
    }

    /** The installed size of all packages, in bytes. */
    public long size() {
        return packages.stream().mapToLong(PlannedPackage::size).sum();
    }

    /** How many packages carry an architecture tag. */
    public long tagged(String tag) {
        return packages.stream()
                .filter(one -> one.nevra().architecture().equals(tag))
                .count();
    }

    /** How many packages have no tag of the level that was asked for, and so fall back; none without a level. */
    public long fallenBack() {
        boolean leveled = architecture.startsWith("x86_64_v");
        return leveled ? packages.size() - tagged(architecture) - tagged("noarch") : 0;
    }
}
