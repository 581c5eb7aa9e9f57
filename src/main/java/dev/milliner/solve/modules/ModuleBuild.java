package dev.milliner.solve.modules;

import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * One build of a stream of a module.
 *
 * @param name such as {@code nodejs}
 * @param stream such as {@code 20}
 * @param version the higher is the newer
 * @param context which of several builds for other modules
 * @param architecture such as {@code x86_64}; {@code noarch} where it names none
 * @param staticContext whether the context stays from version to version
 * @param requires modules it needs, each list of alternatives once: streams by module, none for any
 * @param profiles names of packages by profile
 * @param artifacts the full names of its packages
 * @param demodularized names of packages that it gives up
 */
public record ModuleBuild(
        String name,
        String stream,
        long version,
        String context,
        String architecture,
        boolean staticContext,
        List<Map<String, List<String>>> requires,
        Map<String, List<String>> profiles,
        List<String> artifacts,
        List<String> demodularized) {
    /** With collections that nobody changes. */
    public ModuleBuild {
        requires = List.copyOf(requires);
        profiles = Map.copyOf(profiles);
        artifacts = List.copyOf(artifacts);
        demodularized = List.copyOf(demodularized);
    }

    /** As {@code nodejs:20}. */
    public String nameAndStream() {
        return name + ":" + stream;
    }

    /** As {@code nodejs:20:20240101:9edba152:x86_64}. */
    public String fullName() {
        return nameAndStream() + ":" + Long.toUnsignedString(version) + ":" + context + ":" + architecture;
    }

    /** What it needs besides the platform, in one text, by which builds of a stream are told apart. */
    public String needs() {
        String all = requires.stream()
                .flatMap(one -> one.entrySet().stream())
                .filter(one -> !one.getKey().equals("platform"))
                .map(one -> one.getKey() + one.getValue().stream().sorted().toList())
                .sorted()
                .collect(Collectors.joining("_"));
        return all.isEmpty() ? "NoRequires" : all;
    }
}
