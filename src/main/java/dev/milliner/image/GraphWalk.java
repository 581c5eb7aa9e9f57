package dev.milliner.image;

import dev.milliner.solve.Need;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.Deque;
import java.util.List;

/** Walks over a graph of packages, with its neighbours laid out once. */
final class GraphWalk {
    private final int size;
    private final List<Integer> asked;
    private final List<List<Integer>> after = new ArrayList<>();
    private final List<List<Integer>> before = new ArrayList<>();
    private final int[] distances;
    private final BitSet hard;
    private final BitSet all;

    GraphWalk(PackageGraph graph) {
        this.size = graph.size();
        this.asked = graph.asked();
        List<List<Integer>> firm = new ArrayList<>();
        for (int i = 0; i < size; i++) {
            after.add(new ArrayList<>());
            before.add(new ArrayList<>());
            firm.add(new ArrayList<>());
        }
        for (Need need : graph.needs()) {
            after.get(need.from()).add(need.to());
            before.get(need.to()).add(need.from());
            if (!need.weak()) {
                firm.get(need.from()).add(need.to());
            }
        }
        this.distances = distances();
        this.hard = reached(firm, -1);
        this.all = reached(after, -1);
    }

    private int[] distances() {
        int[] found = new int[size];
        Arrays.fill(found, Integer.MAX_VALUE);
        Deque<Integer> open = new ArrayDeque<>();
        for (int one : asked) {
            found[one] = 0;
            open.add(one);
        }
        while (!open.isEmpty()) {
            int one = open.remove();
            for (int next : after.get(one)) {
                if (found[next] == Integer.MAX_VALUE) {
                    found[next] = found[one] + 1;
                    open.add(next);
                }
            }
        }
        return found;
    }

    /** One shortest chain from what was asked for; only the package itself where nothing leads to it. */
    List<Integer> shortest(int target) {
        List<List<Integer>> chains = chains(target, 1);
        return chains.isEmpty() ? List.of(target) : chains.getFirst();
    }

    List<List<Integer>> chains(int target, int most) {
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
            for (int previous : before.get(head)) {
                if (distances[previous] == distances[head] - 1) {
                    List<Integer> longer = new ArrayList<>(List.of(previous));
                    longer.addAll(chain);
                    open.push(longer);
                }
            }
        }
        return chains;
    }

    /** Tells whether only recommendations lead to it. */
    boolean isOnlyWeak(int index) {
        return all.get(index) && !hard.get(index);
    }

    List<Integer> onlyThrough(int removed) {
        BitSet lost = (BitSet) all.clone();
        lost.andNot(reached(after, removed));
        lost.set(removed);
        return lost.stream().boxed().toList();
    }

    private BitSet reached(List<List<Integer>> edges, int without) {
        BitSet reached = new BitSet(size);
        Deque<Integer> open = new ArrayDeque<>(asked);
        while (!open.isEmpty()) {
            int one = open.pop();
            if (one != without && !reached.get(one)) {
                reached.set(one);
                open.addAll(edges.get(one));
            }
        }
        return reached;
    }
}
