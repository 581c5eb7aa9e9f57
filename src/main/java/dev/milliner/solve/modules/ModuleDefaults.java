package dev.milliner.solve.modules;

import java.util.List;
import java.util.Map;
import java.util.Optional;
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
    /** Stands for the streams of repositories that do not agree; no stream is called so. */
    private static final String CONFLICT = "//";

    /** With a map that nobody changes. */
    public ModuleDefaults {
        profiles = Map.copyOf(profiles);
    }

    /**
     * Put together with those of a later repository, as libmodulemd does it: the newer count; of the same age, streams that
     * differ are no stream, and profiles that differ cannot be put together.
     */
    public Optional<ModuleDefaults> with(ModuleDefaults later) {
        Map<String, List<String>> all = new TreeMap<>(profiles);
        for (Map.Entry<String, List<String>> one : later.profiles.entrySet()) {
            List<String> known = all.get(one.getKey());
            boolean same = known == null || Set.copyOf(known).equals(Set.copyOf(one.getValue()));
            if (!same && later.modified == modified) {
                return Optional.empty();
            }
            if (known == null || later.modified > modified) {
                all.put(one.getKey(), one.getValue());
            }
        }
        return Optional.of(new ModuleDefaults(module, agreed(later), all, Math.max(modified, later.modified)));
    }

    private String agreed(ModuleDefaults later) {
        if (stream.isEmpty() || later.stream.isEmpty()) {
            return stream.isEmpty() ? later.stream : stream;
        }
        if (stream.equals(later.stream) || stream.equals(CONFLICT) || modified > later.modified) {
            return stream;
        }
        return later.modified > modified ? later.stream : CONFLICT;
    }

    /** Tells whether a stream is taken by default. */
    public boolean hasStream() {
        return !stream.isEmpty() && !stream.equals(CONFLICT);
    }
}
