package dev.milliner.solve.worker;

import dev.milliner.solve.DnfSettings;
import dev.milliner.solve.modules.ModuleBuild;
import dev.milliner.solve.modules.ModuleSpec;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/** Switches modules on and off as settings and arguments say. */
final class ModuleSwitches {
    private final ModuleActivator activator;
    private final Map<String, ModuleRequest.Wanted> wanted = new LinkedHashMap<>();
    private final List<String> groups = new ArrayList<>();
    private final Map<String, String> problems = new LinkedHashMap<>();
    private ModuleState state = new ModuleState(Map.of(), Set.of());

    /** A reading of an argument, and the builds it means. */
    private record Match(ModuleSpec spec, List<ModuleBuild> builds) {}

    ModuleSwitches(ModuleActivator activator) {
        this.activator = activator;
    }

    static String missing(String argument) {
        return "Unable to resolve argument " + argument + ": no repository has such a module.";
    }

    ModuleRequest request(DnfSettings settings, List<String> arguments) {
        settings.disable().forEach(this::disable);
        settings.enable().forEach(argument -> match(argument)
                .ifPresentOrElse(match -> enable(argument, match), () -> problems.put(argument, missing(argument))));
        ModuleActivation switched = activator.activate(state);
        if (!(settings.enable().isEmpty() && settings.disable().isEmpty()) && isBroken(switched)) {
            problems.put(
                    "",
                    "Modular dependency problems: the streams that are switched on or default cannot be had together.");
        }
        for (String argument : arguments) {
            match(argument)
                    .ifPresentOrElse(
                            match -> enable(argument, match)
                                    .ifPresent(streams -> wanted.put(
                                            argument,
                                            new ModuleRequest.Wanted(
                                                    match.spec().profile(), streams))),
                            () -> groups.add(argument));
        }
        return new ModuleRequest(switched, activator.activate(state), wanted, groups, problems);
    }

    private static boolean isBroken(ModuleActivation activation) {
        return switch (activation.outcome()) {
            case SOUND, WITHOUT_DEFAULTS -> false;
            case NOT_THE_NEWEST, BROKEN -> true;
        };
    }

    private void disable(String argument) {
        match(argument)
                .ifPresentOrElse(
                        match -> match.builds().forEach(build -> state = state.disable(build.name())),
                        () -> problems.put(argument, missing(argument)));
    }

    private Optional<Match> match(String argument) {
        for (ModuleSpec spec : ModuleSpec.of(argument)) {
            List<ModuleBuild> builds = activator.matching(spec);
            if (!builds.isEmpty()) {
                return Optional.of(new Match(spec, builds));
            }
        }
        return Optional.empty();
    }

    /** The builds of the one stream of each module that is switched on; none where it is not clear which. */
    private Optional<List<List<ModuleBuild>>> enable(String argument, Match match) {
        Map<String, Map<String, List<ModuleBuild>>> modules = new TreeMap<>();
        for (ModuleBuild build : match.builds()) {
            modules.computeIfAbsent(build.name(), missing -> new TreeMap<>())
                    .computeIfAbsent(build.stream(), missing -> new ArrayList<>())
                    .add(build);
        }
        List<List<ModuleBuild>> chosen = new ArrayList<>();
        for (Map.Entry<String, Map<String, List<ModuleBuild>>> module : modules.entrySet()) {
            Map<String, List<ModuleBuild>> streams = module.getValue();
            String stream = streams.size() == 1
                    ? streams.keySet().iterator().next()
                    : usual(module.getKey()).filter(streams::containsKey).orElse("");
            if (stream.isEmpty()) {
                problems.put(
                        "@" + argument,
                        "Argument '" + argument + "' matches " + streams.size() + " streams ("
                                + String.join(", ", streams.keySet()) + ") of module '" + module.getKey()
                                + "', but none of the streams are enabled or default.");
                return Optional.empty();
            }
            if (!state.enabled().getOrDefault(module.getKey(), stream).equals(stream)) {
                problems.put("@" + argument, "Cannot enable multiple streams for module '" + module.getKey() + "'.");
                return Optional.empty();
            }
            state = state.enable(module.getKey(), stream);
            chosen.add(streams.get(stream));
        }
        return Optional.of(chosen);
    }

    private Optional<String> usual(String module) {
        return Optional.ofNullable(state.enabled().get(module)).or(() -> activator.defaultStream(module));
    }
}
