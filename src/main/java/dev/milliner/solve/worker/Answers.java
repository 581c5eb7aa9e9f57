package dev.milliner.solve.worker;

import dev.milliner.solve.Need;
import dev.milliner.solve.Removal;
import dev.milliner.solve.SolveAnswer;
import dev.milliner.solve.SolvePhase;
import dev.milliner.solve.SolveProblem;
import dev.milliner.solve.SolveReason;
import dev.milliner.solve.SolveRequest;
import dev.milliner.solve.SolveRequest.Detail;
import dev.milliner.solve.SolvedPackage;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Works out the answer to a request in a pool that is loaded. */
final class Answers {
    private final PackagePool pool;
    private final SolveRequest request;

    Answers(PackagePool pool, SolveRequest request) {
        this.pool = pool;
        this.request = request;
    }

    SolveAnswer answer() {
        Map<Integer, Integer> phases = new HashMap<>();
        Map<Integer, SolveReason> reasons = new HashMap<>();
        List<Integer> installed = List.of();
        Set<String> remarks = new LinkedHashSet<>();
        for (int i = 0; i < request.phases().size(); i++) {
            PhaseOutcome outcome = pool.solve(request.phases().get(i), installed, request.detail() != Detail.SET);
            if (!outcome.problems().isEmpty()) {
                return unsolved(outcome.problems(), i);
            }
            installed = outcome.packages();
            remarks.addAll(outcome.remarks());
            for (int id : installed) {
                phases.putIfAbsent(id, i);
            }
            // What a first phase pulled in and a later one asks for is asked for.
            outcome.reasons()
                    .forEach((id, reason) -> reasons.merge(
                            id, reason, (known, later) -> later.kind() == SolveReason.Kind.ASKED ? later : known));
        }
        List<Integer> sorted = new ArrayList<>(installed);
        sorted.sort(Comparator.comparing((Integer id) -> pool.facts(id).nevra().name())
                .thenComparing(id -> pool.facts(id).nevra().version())
                .thenComparing(id -> pool.facts(id).nevra().architecture()));
        List<SolvedPackage> packages = new ArrayList<>();
        for (int id : sorted) {
            packages.add(solved(id, phases.getOrDefault(id, 0), reasons.getOrDefault(id, SolveReason.NONE)));
        }
        List<Need> needs = request.detail() == Detail.SET ? List.of() : new NeedGraph(pool, isWeak()).of(sorted);
        List<Removal> removals =
                request.detail() == Detail.REMOVALS ? new Removals(pool, request).of(sorted) : List.of();
        return new SolveAnswer(packages, needs, removals, List.of(), List.copyOf(remarks), name());
    }

    private boolean isWeak() {
        return request.phases().stream().anyMatch(SolvePhase::weak);
    }

    private SolveAnswer unsolved(List<SolveProblem> problems, int phase) {
        List<SolveProblem> placed = problems.stream()
                .map(one -> new SolveProblem(one.message(), one.details(), one.solutions(), one.unmatched(), phase))
                .toList();
        return new SolveAnswer(List.of(), List.of(), List.of(), placed, List.of(), name());
    }

    private String name() {
        return "libsolv " + pool.solv().version();
    }

    private SolvedPackage solved(int id, int phase, SolveReason reason) {
        PackageFacts facts = pool.facts(id);
        return new SolvedPackage(
                facts.nevra(),
                pool.repositoryOf(id).id(),
                facts.size(),
                facts.downloadSize(),
                facts.source(),
                facts.license(),
                facts.summary(),
                phase,
                reason);
    }
}
