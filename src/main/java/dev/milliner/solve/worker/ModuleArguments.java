package dev.milliner.solve.worker;

import dev.milliner.solve.SolvePhase;
import dev.milliner.solve.modules.ModuleBuild;
import dev.milliner.solve.modules.ModuleDefaults;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** What {@code @MODULE} asks for, and which packages modules hide, after {@code ModuleBase} of DNF 4. */
final class ModuleArguments implements AutoCloseable {
    private final PackagePool packages;
    private final ModulePool modules;
    private final ModuleActivator activator;
    private final Map<String, ModuleDefaults> defaults;
    private final List<String> remarks;
    private final ModuleFilter filter;
    private final Map<ModuleActivation, Set<Integer>> hidden = new HashMap<>();

    /**
     * Those of repositories.
     *
     * @param platform what the root is made of, where it is known
     */
    ModuleArguments(PackagePool packages, ModuleContents contents, Optional<String> platform) {
        this.packages = packages;
        this.modules = new ModulePool(packages.solv(), packages.policy(), contents.builds(), platform);
        this.defaults = contents.defaults();
        this.remarks = contents.remarks();
        this.activator = new ModuleActivator(packages.solv(), modules, defaults);
        this.filter = new ModuleFilter(packages, modules);
    }

    /** What DNF would say of the repositories' modules. */
    List<String> remarks() {
        return remarks;
    }

    /** What a phase switches on and off and asks for. */
    ModuleRequest request(SolvePhase phase) {
        List<String> arguments = new LinkedHashSet<>(phase.install())
                .stream()
                        .filter(one -> one.startsWith("@"))
                        .map(one -> one.substring(1))
                        .toList();
        if (modules.builds().isEmpty()) {
            Map<String, String> missing = new LinkedHashMap<>();
            phase.settings().enable().forEach(one -> missing.put(one, ModuleSwitches.missing(one)));
            phase.settings().disable().forEach(one -> missing.put(one, ModuleSwitches.missing(one)));
            return new ModuleRequest(ModuleActivation.NONE, ModuleActivation.NONE, Map.of(), arguments, missing);
        }
        return new ModuleSwitches(activator).request(phase.settings(), arguments);
    }

    /** The packages that stay away while some builds count; kept. */
    Set<Integer> hidden(ModuleActivation activation) {
        return modules.builds().isEmpty() ? Set.of() : hidden.computeIfAbsent(activation, filter::hidden);
    }

    /** What is to be installed of each module that is asked for; nothing for one that cannot be. */
    Map<String, List<Choice>> choices(ModuleRequest request, Set<Integer> excluded) {
        Map<String, List<Choice>> all = new LinkedHashMap<>();
        Map<String, Set<String>> wanted = new LinkedHashMap<>();
        Set<String> artifacts = new LinkedHashSet<>();
        request.wanted().forEach((argument, want) -> {
            all.put(argument, new ArrayList<>());
            Set<String> names = new LinkedHashSet<>();
            wanted.put(argument, names(want, request.activation(), names, artifacts) ? names : Set.of());
        });
        Set<Integer> own = filter.artifacts(artifacts);
        own.removeAll(excluded);
        wanted.forEach((argument, names) -> {
            List<Choice> choices = new ArrayList<>();
            for (String name : names) {
                Set<Integer> found = new LinkedHashSet<>(packages.names().named(name));
                found.removeAll(excluded);
                if (found.isEmpty()) {
                    return;
                }
                Set<Integer> modular = new LinkedHashSet<>(found);
                modular.retainAll(own);
                choices.add(new Choice.OneOf(modular.isEmpty() ? found : modular));
            }
            all.put(argument, choices);
        });
        return all;
    }

    /** Collects what profiles name; false where a module is not to be had or has no such profile. */
    private boolean names(
            ModuleRequest.Wanted want, ModuleActivation activation, Set<String> names, Set<String> artifacts) {
        boolean sound = true;
        for (List<ModuleBuild> stream : want.streams()) {
            List<ModuleBuild> active =
                    stream.stream().filter(activation.builds()::contains).toList();
            active.forEach(build -> artifacts.addAll(build.artifacts()));
            sound &= !active.isEmpty() && profiles(want.profile(), latest(active), names);
        }
        return sound;
    }

    private boolean profiles(String wanted, ModuleBuild build, Set<String> names) {
        ModuleDefaults own = defaults.get(build.name());
        List<String> patterns = !wanted.isEmpty()
                ? List.of(wanted)
                : own == null ? List.of() : own.profiles().getOrDefault(build.stream(), List.of());
        Glob glob = new Glob(packages.solv(), false);
        boolean sound = !patterns.isEmpty();
        for (String pattern : patterns) {
            boolean found = false;
            for (Map.Entry<String, List<String>> profile : build.profiles().entrySet()) {
                if (glob.fits(pattern, profile.getKey())) {
                    names.addAll(profile.getValue());
                    found = true;
                }
            }
            sound &= found;
        }
        return sound;
    }

    private static ModuleBuild latest(List<ModuleBuild> builds) {
        ModuleBuild latest = builds.getFirst();
        for (ModuleBuild build : builds) {
            if (Long.compareUnsigned(build.version(), latest.version()) > 0) {
                latest = build;
            }
        }
        return latest;
    }

    @Override
    public void close() {
        modules.close();
    }
}
