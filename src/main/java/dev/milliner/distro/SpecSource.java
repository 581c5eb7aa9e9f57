package dev.milliner.distro;

import java.util.Optional;

/**
 * Where a component's spec comes from.
 *
 * @param type {@code local}, {@code upstream}, or empty where the tree does not say
 * @param path the local spec, absolute
 * @param upstreamDistro the upstream distro's name
 * @param upstreamVersion its version
 * @param snapshot the moment at which upstream is read, as it is written
 * @param upstreamName the component's name upstream where it differs
 * @param upstreamCommit the dist-git commit it is pinned to
 */
public record SpecSource(
        String type,
        Optional<String> path,
        Optional<String> upstreamDistro,
        Optional<String> upstreamVersion,
        Optional<String> snapshot,
        Optional<String> upstreamName,
        Optional<String> upstreamCommit) {

    static SpecSource of(TableValue spec) {
        return new SpecSource(
                spec.text("type"),
                spec.optionalText("path"),
                spec.optionalText("upstream-distro", "name"),
                spec.optionalText("upstream-distro", "version"),
                spec.optionalText("upstream-distro", "snapshot"),
                spec.optionalText("upstream-name"),
                spec.optionalText("upstream-commit"));
    }
}
