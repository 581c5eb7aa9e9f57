package dev.milliner.solve.modules;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/**
 * What of a module is taken where nothing is said.
 *
 * @param module its name
 * @param stream the stream; empty where it has none
 * @param profiles names of profiles by stream
 * @param modified the higher is the newer; 0 where it is not said
 */
public record ModuleDefaults(String module, String stream, Map<String, List<String>> profiles, long modified) {
    /** With a map that nobody changes. */
    public ModuleDefaults {
        profiles = Map.copyOf(profiles);
    }

    /** Put together with those of another repository: the newer count; of the same age, what they do not agree in is nothing. */
    public ModuleDefaults with(ModuleDefaults other) {
        if (modified != other.modified) {
            return modified > other.modified ? this : other;
        }
        Map<String, List<String>> all = new TreeMap<>(profiles);
        other.profiles.forEach((key, names) -> all.merge(key, names, ModuleDefaults::union));
        String agreed;
        if (stream.isEmpty() || stream.equals(other.stream)) {
            agreed = other.stream;
        } else {
            agreed = other.stream.isEmpty() ? stream : "";
        }
        return new ModuleDefaults(module, agreed, all, modified);
    }

    private static List<String> union(List<String> one, List<String> other) {
        Set<String> all = new LinkedHashSet<>(one);
        all.addAll(other);
        return new ArrayList<>(all);
    }
}
