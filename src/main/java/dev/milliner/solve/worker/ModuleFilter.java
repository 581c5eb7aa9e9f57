package dev.milliner.solve.worker;

import dev.milliner.solve.modules.ModuleBuild;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Which packages modules hide, after {@code setModuleExcludes} of libdnf's dnf-sack.cpp. */
final class ModuleFilter {
    private final PackagePool packages;
    private final ModulePool modules;

    ModuleFilter(PackagePool packages, ModulePool modules) {
        this.packages = packages;
        this.modules = modules;
    }

    /** Packages of builds that do not count, and those that stand in the way of packages of builds that do. */
    Set<Integer> hidden(ModuleActivation activation) {
        Set<Integer> kept = new LinkedHashSet<>();
        Set<Integer> hidden = new LinkedHashSet<>();
        Set<String> names = new LinkedHashSet<>();
        Map<String, List<String>> demodularized = demodularized(activation);
        for (ModuleBuild build : modules.builds()) {
            boolean counts = activation.builds().contains(build);
            (counts ? kept : hidden).addAll(artifacts(build.artifacts()));
            if (counts) {
                List<String> without = demodularized.getOrDefault(key(build), List.of());
                names(build).stream().filter(name -> !without.contains(name)).forEach(names::add);
            }
        }
        for (String name : names) {
            hidden.addAll(packages.names().named(name));
            hidden.addAll(packages.providing(packages.text(name)));
        }
        hidden.removeAll(kept);
        hidden.removeIf(packages.installed()::isCopy);
        return hidden;
    }

    private static Set<String> names(ModuleBuild build) {
        Set<String> names = new HashSet<>();
        for (String artifact : build.artifacts()) {
            NevraForm.ofFull(artifact)
                    .filter(form -> !form.architecture().equals("src")
                            && !form.architecture().equals("nosrc"))
                    .ifPresent(form -> names.add(form.name()));
        }
        return names;
    }

    /** What the newest builds that count give up. */
    private Map<String, List<String>> demodularized(ModuleActivation activation) {
        Map<String, Long> latest = new HashMap<>();
        for (ModuleBuild build : activation.builds()) {
            latest.merge(
                    modules.name(build),
                    build.version(),
                    (one, other) -> Long.compareUnsigned(one, other) >= 0 ? one : other);
        }
        Map<String, List<String>> names = new HashMap<>();
        for (ModuleBuild build : activation.builds()) {
            if (latest.getOrDefault(modules.name(build), 0L) == build.version()) {
                names.merge(key(build), build.demodularized(), ModuleFilter::both);
            }
        }
        return names;
    }

    private static List<String> both(List<String> one, List<String> other) {
        return java.util.stream.Stream.concat(one.stream(), other.stream()).toList();
    }

    private static String key(ModuleBuild build) {
        return build.nameAndStream() + "." + build.architecture();
    }

    /** Packages that have these full names to the letter. */
    Set<Integer> artifacts(Collection<String> full) {
        Set<Integer> found = new LinkedHashSet<>();
        for (String artifact : full) {
            String exact = artifact.replaceFirst("-0:(?=[^-]+-[^-]+$)", "-");
            NevraForm.ofFull(exact).ifPresent(form -> {
                for (int id : packages.names().named(form.name())) {
                    if (exact.equals(fullName(id))) {
                        found.add(id);
                    }
                }
            });
        }
        return found;
    }

    private String fullName(int id) {
        Solvables solvables = packages.solvables();
        return solvables.name(id) + "-" + solvables.text(id, "solvable:evr") + "."
                + solvables.text(id, "solvable:arch");
    }
}
