package dev.milliner.image;

import dev.milliner.solve.Need;
import dev.milliner.solve.Removal;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.Deque;
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
        int[] distances = distances();
        List<List<Integer>> chains = new ArrayList<>();
        if (distances[target] == Integer.MAX_VALUE) {
            return chains;
        }
        Deque<List<Integer>> open = new ArrayDeque<>(List.of(List.of(target)));
        while (!open.isEmpty() && chains.size() < most) {
            List<Integer> chain = open.pop();
            int head = chain.getFirst();
            if (distances[head] == 0) {
                chains.add(chain);
                continue;
            }
            needs.stream()
                    .filter(need -> need.to() == head && distances[need.from()] == distances[head] - 1)
                    .map(Need::from)
                    .distinct()
                    .forEach(before -> {
                        List<Integer> longer = new ArrayList<>(List.of(before));
                        longer.addAll(chain);
                        open.push(longer);
                    });
        }
        return chains;
    }

    /** How far each package is from what was asked for; the largest number where nothing leads to it. */
    private int[] distances() {
        List<List<Integer>> after = after();
        int[] distances = new int[size];
        Arrays.fill(distances, Integer.MAX_VALUE);
        Deque<Integer> open = new ArrayDeque<>();
        for (int one : asked) {
            distances[one] = 0;
            open.add(one);
        }
        while (!open.isEmpty()) {
            int one = open.remove();
            for (int next : after.get(one)) {
                if (distances[next] == Integer.MAX_VALUE) {
                    distances[next] = distances[one] + 1;
                    open.add(next);
                }
            }
        }
        return distances;
    }

    /**
     * The packages that nothing asked for would lead to if one were not there; the one itself among them. What nothing
     * leads to even with it is not counted.
     */
    public List<Integer> onlyThrough(int removed) {
        List<List<Integer>> after = after();
        BitSet with = reached(after, -1);
        with.andNot(reached(after, removed));
        return with.stream().boxed().toList();
    }

    private BitSet reached(List<List<Integer>> after, int without) {
        BitSet reached = new BitSet(size);
        Deque<Integer> open = new ArrayDeque<>(asked);
        while (!open.isEmpty()) {
            int one = open.pop();
            if (one != without && !reached.get(one)) {
                reached.set(one);
                open.addAll(after.get(one));
            }
        }
        return reached;
    }

    private List<List<Integer>> after() {
        List<List<Integer>> after = new ArrayList<>(size);
        for (int i = 0; i < size; i++) {
            after.add(new ArrayList<>());
        }
        needs.forEach(need -> after.get(need.from()).add(need.to()));
        return after;
    }
}
