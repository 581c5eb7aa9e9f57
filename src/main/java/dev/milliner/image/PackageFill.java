package dev.milliner.image;

import dev.milliner.distro.Component;
import dev.milliner.distro.Distro;
import dev.milliner.solve.Removal;
import dev.milliner.solve.SolveAnswer;
import dev.milliner.solve.SolveReason;
import dev.milliner.solve.SolvedPackage;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Turns a solver's answer into the packages of a plan. */
final class PackageFill {
    private final Distro distro;
    private final PackageRequest request;
    private final SolveAnswer answer;
    private final Map<String, Removal> removals = new HashMap<>();
    private final PackageGraph graph;
    private final GraphWalk walk;

    PackageFill(Distro distro, KiwiSelection selection, PackageRequest request, SolveAnswer answer) {
        this.distro = distro;
        this.request = request;
        Set<String> deleted = new HashSet<>();
        selection.removed(false).forEach(item -> deleted.add(item.name()));
        this.answer = Deletion.from(answer, deleted);
        this.answer.removals().forEach(removal -> removals.put(removal.asked(), removal));
        List<Integer> asked = new ArrayList<>();
        for (int i = 0; i < this.answer.packages().size(); i++) {
            if (this.answer.packages().get(i).reason().kind() == SolveReason.Kind.ASKED) {
                asked.add(i);
            }
        }
        this.graph =
                new PackageGraph(this.answer.packages().size(), this.answer.needs(), asked, this.answer.removals());
        this.walk = graph.walk();
    }

    PackageGraph graph() {
        return graph;
    }

    List<PlannedPackage> packages() {
        List<PlannedPackage> packages = new ArrayList<>();
        for (int i = 0; i < answer.packages().size(); i++) {
            packages.add(planned(i, answer.packages().get(i)));
        }
        return packages;
    }

    private PlannedPackage planned(int index, SolvedPackage solved) {
        List<Integer> chain = walk.shortest(index);
        boolean asked = solved.reason().kind() == SolveReason.Kind.ASKED;
        Optional<Component> component = Optional.ofNullable(distro.components().get(solved.source()));
        return new PlannedPackage(
                solved.nevra(),
                solved.repository(),
                solved.size(),
                addedSize(index, solved, asked),
                request.phases().get(solved.phase()),
                asked,
                reason(solved, chain),
                chain.stream().map(this::name).toList(),
                isWeak(index, solved),
                solved.source(),
                component.map(Component::name),
                component.map(Component::overlays).orElse(List.of()),
                solved.license(),
                solved.summary());
    }

    private String name(int index) {
        return answer.packages().get(index).nevra().name();
    }

    private String reason(SolvedPackage solved, List<Integer> chain) {
        if (solved.reason().kind() != SolveReason.Kind.UNKNOWN || chain.size() < 2) {
            return solved.reason().words();
        }
        return "required by " + name(chain.get(chain.size() - 2));
    }

    private boolean isWeak(int index, SolvedPackage solved) {
        SolveReason.Kind kind = solved.reason().kind();
        return kind == SolveReason.Kind.RECOMMENDED || kind == SolveReason.Kind.SUPPLEMENTS || walk.isOnlyWeak(index);
    }

    /** For what was asked for the solver was asked again without it; for the rest what leads only through it counts. */
    private long addedSize(int index, SolvedPackage solved, boolean asked) {
        String name = solved.reason().what().isEmpty()
                ? solved.nevra().name()
                : solved.reason().what();
        Removal removal = asked ? removals.get(name) : null;
        if (removal != null) {
            return Math.max(0, removal.size());
        }
        return walk.onlyThrough(index).stream()
                .mapToLong(one -> answer.packages().get(one).size())
                .sum();
    }
}
