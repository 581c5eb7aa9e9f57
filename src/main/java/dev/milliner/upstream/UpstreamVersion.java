package dev.milliner.upstream;

import dev.milliner.distro.Component;
import dev.milliner.distro.Distro;
import dev.milliner.distro.DistroDefinition;
import java.util.ArrayList;
import java.util.List;

/**
 * A version of an upstream distro, such as Fedora 44.
 *
 * @param distro the distro's name
 * @param version the version
 */
public record UpstreamVersion(String distro, String version) {
    /**
     * Reads what a user wrote: {@code 44}, {@code fedora-44}, {@code fedora/44} or {@code fedora:44}. A bare version is
     * one of the component's own upstream.
     */
    public static UpstreamVersion of(String text, Distro distro, Component component) {
        for (DistroDefinition definition : distro.distros().values()) {
            String name = definition.name();
            if (text.length() > name.length() + 1
                    && text.startsWith(name)
                    && "-/: ".indexOf(text.charAt(name.length())) >= 0) {
                return new UpstreamVersion(name, text.substring(name.length() + 1));
            }
        }
        return new UpstreamVersion(component.spec().upstreamDistro().orElse(distro.name()), text);
    }

    /** The versions that a distro's files define and that components can be taken from. */
    public static List<UpstreamVersion> all(Distro distro) {
        List<UpstreamVersion> versions = new ArrayList<>();
        for (DistroDefinition definition : distro.distros().values()) {
            if (definition.distGitBaseUri().isPresent()) {
                for (String version : definition.versions()) {
                    if (definition.distGitBranch(version).isPresent()) {
                        versions.add(new UpstreamVersion(definition.name(), version));
                    }
                }
            }
        }
        return List.copyOf(versions);
    }

    /** The version in words, such as {@code fedora 44}. */
    public String label() {
        return distro + " " + version;
    }
}
