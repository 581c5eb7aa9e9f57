package dev.milliner.solve.worker;

import dev.milliner.solve.SolvePhase;
import dev.milliner.solve.SolveProblem;
import dev.milliner.text.NearNames;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/** Writes what installs the packages of a phase: modules and groups first, as DNF's command takes them. */
final class JobWriter {
    private final PackagePool pool;
    private final SolvePhase phase;
    private final List<Integer> ids = new ArrayList<>();
    private final Map<Integer, String> asked = new HashMap<>();
    private final List<SolveProblem> problems = new ArrayList<>();
    private final List<String> remarks = new ArrayList<>();
    private final ModuleArguments modular;

    JobWriter(PackagePool pool, SolvePhase phase) {
        this.pool = pool;
        this.phase = phase;
        this.modular = pool.modules(phase);
    }

    Jobs install(List<Integer> installed) {
        for (String name : InstallOnly.CAPABILITIES) {
            add(SolverFlag.MULTIVERSION | SolverFlag.SELECT_PROVIDES, pool.text(name));
        }
        remarks.addAll(modular.remarks());
        ModuleRequest modules = modular.request(phase);
        modules.problems().forEach((argument, message) -> problems.add(problem(argument, message, List.of())));
        Excluded excluded = pool.exclusions().of(phase, modules);
        Set<Integer> leftOut = new TreeSet<>(excluded.packages());
        // What is there already may stay.
        leftOut.removeIf(pool.installed()::isCopy);
        if (!leftOut.isEmpty()) {
            add(SolverFlag.BLACKLIST | SolverFlag.SELECT_ONE_OF, pool.oneOf(leftOut));
        }
        if (phase.weak() && !installed.isEmpty()) {
            new WeakExclusions(pool, installed, excluded.packages())
                    .find()
                    .forEach(id -> add(SolverFlag.EXCLUDE_FROM_WEAK | SolverFlag.SELECT_SOLVABLE, id));
        }
        modules(modules, excluded.packages());
        modules.groups().forEach(group -> group(group, excluded.packages()));
        new LinkedHashSet<>(phase.install())
                .stream().filter(argument -> !argument.startsWith("@")).forEach(argument -> name(argument, excluded));
        return new Jobs(List.copyOf(ids), asked, List.copyOf(problems), List.copyOf(remarks), false);
    }

    private void modules(ModuleRequest request, Set<Integer> excluded) {
        modular.choices(request, excluded).forEach((argument, choices) -> {
            if (choices.isEmpty()) {
                problems.add(problem("@" + argument, "Unable to resolve argument " + argument, List.of()));
            }
            choices.forEach(choice -> add(choice, "@" + argument));
        });
    }

    private void group(String argument, Set<Integer> excluded) {
        pool.groups()
                .choices(argument, phase.settings().groupTypes(), excluded, remarks)
                .ifPresentOrElse(
                        choices -> choices.forEach(choice -> add(choice, "@" + argument)),
                        () -> problems.add(problem(
                                "@" + argument, "Module or Group '" + argument + "' is not available.", List.of())));
    }

    private void name(String argument, Excluded excluded) {
        List<Set<Integer>> choices = excluded.candidates(pool, argument);
        choices.forEach(choice -> add(new Choice.OneOf(choice), argument));
        if (choices.isEmpty()) {
            problems.add(unmatched(argument, excluded));
        }
    }

    private void add(int how, int what) {
        ids.add(how);
        ids.add(what);
    }

    private void add(Choice choice, String argument) {
        int install = SolverFlag.INSTALL | (phase.settings().best() ? SolverFlag.FORCE_BEST : 0);
        switch (choice) {
            case Choice.OneOf(Set<Integer> packages) -> {
                packages.forEach(id -> asked.putIfAbsent(pool.installed().original(id), argument));
                // In their order, as a set of libdnf's is walked through.
                add(
                        install | SolverFlag.SELECT_ONE_OF | SolverFlag.SET_ARCHITECTURE | SolverFlag.SET_VERSION,
                        pool.oneOf(new TreeSet<>(packages)));
            }
            case Choice.Condition(int dependency) -> add(install | SolverFlag.SELECT_PROVIDES, dependency);
        }
    }

    private SolveProblem unmatched(String argument, Excluded excluded) {
        if (new Candidates(pool, Set.of(), phase.settings().generation())
                .of(argument)
                .isEmpty()) {
            return problem(
                    argument,
                    "No match for argument: " + argument,
                    NearNames.of(pool.names().all(), argument));
        }
        boolean byModules = !new Candidates(
                        pool, withoutHidden(excluded), phase.settings().generation())
                .of(argument)
                .isEmpty();
        return problem(
                argument,
                "All matches were filtered out by " + (byModules ? "modular" : "exclude") + " filtering for argument: "
                        + argument,
                List.of());
    }

    private static Set<Integer> withoutHidden(Excluded excluded) {
        Set<Integer> left = new TreeSet<>(excluded.packages());
        left.removeAll(excluded.hidden());
        return left;
    }

    private static SolveProblem problem(String argument, String message, List<String> near) {
        return new SolveProblem(message, List.of(), near, Optional.of(argument).filter(one -> !one.isEmpty()), 0);
    }
}
