package dev.milliner.solve.worker;

import dev.milliner.solve.modules.ModuleBuild;
import dev.milliner.solve.modules.ModuleDefaults;
import dev.milliner.solve.modules.ModuleSpec;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** Works out which builds of modules count, after libdnf's {@code ModulePackageContainer}. */
final class ModuleActivator {
    private final ModulePool modules;
    private final Map<String, ModuleDefaults> defaults;
    private final Glob glob;
    private final Map<ModuleState, ModuleActivation> known = new HashMap<>();

    ModuleActivator(Libsolv solv, ModulePool modules, Map<String, ModuleDefaults> defaults) {
        this.modules = modules;
        this.defaults = defaults;
        this.glob = new Glob(solv, false);
    }

    /** The builds a reading of an argument means. */
    List<ModuleBuild> matching(ModuleSpec spec) {
        return modules.builds().stream()
                .filter(build -> fits(spec.name(), build.name())
                        && fits(spec.stream(), build.stream())
                        && fits(spec.version(), Long.toUnsignedString(build.version()))
                        && fits(spec.context(), build.context())
                        && fits(spec.architecture(), build.architecture()))
                .toList();
    }

    private boolean fits(String wanted, String part) {
        return wanted.isEmpty() || glob.fits(wanted, part);
    }

    /** The stream a module has by default; none where it has no such build. */
    Optional<String> defaultStream(String module) {
        ModuleDefaults own = defaults.get(module);
        return own == null || !own.hasStream() ? Optional.empty() : Optional.of(own.stream());
    }

    /** Which builds count in a state. */
    ModuleActivation activate(ModuleState state) {
        return known.computeIfAbsent(state, this::solve);
    }

    private ModuleActivation solve(ModuleState state) {
        Map<String, Boolean> streams = new LinkedHashMap<>();
        for (ModuleBuild build : modules.builds()) {
            if (state.isEnabled(build)) {
                streams.put(build.nameAndStream(), false);
            } else if (isDefault(build, state)) {
                streams.put(build.nameAndStream(), true);
            }
        }
        if (streams.isEmpty()) {
            return new ModuleActivation(Set.of(), ModuleActivation.Outcome.SOUND);
        }
        Set<ModuleBuild> disabled = modules.builds().stream()
                .filter(build -> state.disabled().contains(build.name()))
                .collect(Collectors.toSet());
        return attempt(all(streams, false), disabled, true, ModuleActivation.Outcome.SOUND)
                .or(() -> attempt(streams, disabled, true, ModuleActivation.Outcome.WITHOUT_DEFAULTS))
                .or(() -> attempt(streams, disabled, false, ModuleActivation.Outcome.NOT_THE_NEWEST))
                .or(() -> attempt(all(streams, true), disabled, false, ModuleActivation.Outcome.BROKEN))
                .orElse(new ModuleActivation(Set.of(), ModuleActivation.Outcome.BROKEN));
    }

    private boolean isDefault(ModuleBuild build, ModuleState state) {
        return !state.disabled().contains(build.name())
                && !state.enabled().containsKey(build.name())
                && defaultStream(build.name()).equals(Optional.of(build.stream()));
    }

    private static Map<String, Boolean> all(Map<String, Boolean> streams, boolean weak) {
        Map<String, Boolean> all = new LinkedHashMap<>();
        streams.keySet().forEach(stream -> all.put(stream, weak));
        return all;
    }

    private Optional<ModuleActivation> attempt(
            Map<String, Boolean> streams, Set<ModuleBuild> disabled, boolean best, ModuleActivation.Outcome outcome) {
        return modules.solve(streams, disabled, best).map(builds -> new ModuleActivation(builds, outcome));
    }
}
