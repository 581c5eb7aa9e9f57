package dev.milliner.solve.worker;

import dev.milliner.solve.modules.ModuleBuild;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;

/**
 * What is switched on and off.
 *
 * @param enabled streams by module
 * @param disabled names of modules
 */
record ModuleState(Map<String, String> enabled, Set<String> disabled) {
    ModuleState {
        enabled = Map.copyOf(enabled);
        disabled = Set.copyOf(disabled);
    }

    boolean isEnabled(ModuleBuild build) {
        return build.stream().equals(enabled.get(build.name()));
    }

    ModuleState enable(String module, String stream) {
        Map<String, String> on = new HashMap<>(enabled);
        on.put(module, stream);
        Set<String> off = new HashSet<>(disabled);
        off.remove(module);
        return new ModuleState(on, off);
    }

    ModuleState disable(String module) {
        Map<String, String> on = new HashMap<>(enabled);
        on.remove(module);
        Set<String> off = new HashSet<>(disabled);
        off.add(module);
        return new ModuleState(on, off);
    }
}
