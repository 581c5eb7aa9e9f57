package dev.milliner.image;

import dev.milliner.solve.Need;
import dev.milliner.solve.Removal;
import dev.milliner.solve.SolveAnswer;
import dev.milliner.solve.SolvedPackage;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** Takes packages out of an answer whatever needs them, as KIWI does at the very end with rpm. */
final class Deletion {
    private Deletion() {}

    static SolveAnswer from(SolveAnswer answer, Set<String> names) {
        if (answer.packages().stream()
                .noneMatch(one -> names.contains(one.nevra().name()))) {
            return answer;
        }
        int[] places = new int[answer.packages().size()];
        List<SolvedPackage> left = new ArrayList<>();
        for (int i = 0; i < places.length; i++) {
            SolvedPackage one = answer.packages().get(i);
            places[i] = names.contains(one.nevra().name()) ? -1 : left.size();
            if (places[i] >= 0) {
                left.add(one);
            }
        }
        List<Need> needs = answer.needs().stream()
                .filter(need -> places[need.from()] >= 0 && places[need.to()] >= 0)
                .map(need -> new Need(places[need.from()], places[need.to()], need.what(), need.weak()))
                .toList();
        List<Removal> removals = answer.removals().stream()
                .map(removal -> moved(removal, places, answer))
                .toList();
        return new SolveAnswer(left, needs, removals, answer.problems(), answer.remarks(), answer.solver());
    }

    private static Removal moved(Removal removal, int[] places, SolveAnswer answer) {
        long gone = removal.leaves().stream()
                .filter(index -> places[index] < 0)
                .mapToLong(index -> answer.packages().get(index).size())
                .sum();
        List<Integer> leaves = removal.leaves().stream()
                .map(index -> places[index])
                .filter(index -> index >= 0)
                .toList();
        return new Removal(removal.asked(), leaves, removal.comes(), removal.size() - gone);
    }
}
