package dev.milliner.image;

import dev.milliner.solve.Need;
import dev.milliner.solve.Removal;
import java.util.List;

/**
 * Which package of a plan needs which. Packages are named by their index in the plan.
 *
 * @param size how many packages there are
 * @param needs who needs whom
 * @param asked the packages that were asked for
 * @param removals what leaves when something is no longer asked for, as the solver found it
 */
public record PackageGraph(int size, List<Need> needs, List<Integer> asked, List<Removal> removals) {
    /** With lists that nobody changes. */
    public PackageGraph {
        needs = List.copyOf(needs);
        asked = List.copyOf(asked);
        removals = List.copyOf(removals);
    }

    /** What a package needs of the others. */
    public List<Need> needsOf(int index) {
        return needs.stream().filter(need -> need.from() == index).toList();
    }

    /** What needs a package. */
    public List<Need> neededBy(int index) {
        return needs.stream().filter(need -> need.to() == index).toList();
    }

    /**
     * Every shortest chain from what was asked for to a package, at most a number of them.
     *
     * @param target the package
     * @param most how many chains at most
     * @return chains of indexes, each from one that was asked for to the package
     */
    public List<List<Integer>> chains(int target, int most) {
        return walk().chains(target, most);
    }

    /**
     * The packages that nothing asked for would lead to if one were not there; the one itself among them.
     */
    public List<Integer> onlyThrough(int removed) {
        return walk().onlyThrough(removed);
    }

    /** The graph laid out for walking; worth keeping for many questions. */
    GraphWalk walk() {
        return new GraphWalk(this);
    }
}
