package dev.milliner.distro;

import dev.milliner.text.Place;
import java.util.Optional;

/** The distro and version that components are built for, with what it makes their default. */
final class DefaultDistro {
    private final Merged merged;
    private final String rootFile;

    DefaultDistro(Merged merged, String rootFile) {
        this.merged = merged;
        this.rootFile = rootFile;
    }

    /** The distro's name, or empty. */
    String name() {
        return merged.project.text("default-distro", "name");
    }

    /** The version that is asked for, or the distro's default one, or empty. */
    String version() {
        return versionOf(name(), merged.project.text("default-distro", "version"));
    }

    private String versionOf(String distro, String asked) {
        TableValue definition = merged.distros.get(distro);
        return !asked.isEmpty() || definition == null ? asked : definition.text("default-version");
    }

    /** What the version makes the default for components; empty where it cannot be found. */
    Optional<TableValue> componentDefault() {
        return Optional.ofNullable(merged.distros.get(name()))
                .map(distro -> distro.entries("versions").get(version()))
                .map(version -> version.table("default-component-config"));
    }

    /** What keeps azldev from resolving any component; without components it does not look. */
    void check(Problems problems, boolean needed) {
        if (componentDefault().isPresent()) {
            return;
        }
        TableValue project = merged.project;
        Place named = place(project.placeOf("default-distro", "name"));
        if (name().isEmpty()) {
            report(problems, needed, "No default distro is set. Set 'default-distro' under [project].", named);
        } else if (!merged.distros.containsKey(name())) {
            report(
                    problems,
                    needed,
                    "The default distro '" + name() + "' is not defined. Define it, or correct the name.",
                    named);
        } else if (version().isEmpty()) {
            report(
                    problems,
                    needed,
                    "No version of '" + name() + "' is chosen. Set one in 'default-distro', or the distro's"
                            + " 'default-version'.",
                    named);
        } else {
            report(
                    problems,
                    needed,
                    "The distro '" + name() + "' has no version '" + version()
                            + "'. Define it, or correct the version.",
                    place(project.placeOf("default-distro", "version")));
        }
    }

    private static void report(Problems problems, boolean needed, String message, Place place) {
        if (needed) {
            problems.error("default-distro", message, place);
        } else {
            problems.warning("default-distro", message, place);
        }
    }

    private Place place(Place found) {
        return found.file().isEmpty() ? Place.startOf(rootFile) : found;
    }

    /** Warns where a spec comes from a distro or version that is not defined; azldev finds out when it fetches. */
    void checkUpstream(TableValue spec, Problems problems) {
        if (!spec.text("type").equals("upstream")) {
            return;
        }
        String asked = spec.text("upstream-distro", "name");
        String distro = asked.isEmpty() ? name() : asked;
        TableValue definition = merged.distros.get(distro);
        if (definition == null) {
            if (!asked.isEmpty()) {
                problems.warning(
                        "upstream-distro",
                        "The upstream distro '" + distro + "' is not defined, so the spec cannot be fetched. Define it,"
                                + " or correct the name.",
                        spec.placeOf("upstream-distro", "name"));
            }
            return;
        }
        String version = spec.text("upstream-distro", "version");
        String chosen = version.isEmpty() && asked.isEmpty() ? version() : versionOf(distro, version);
        if (!definition.entries("versions").containsKey(chosen)) {
            problems.warning(
                    "upstream-distro",
                    "The upstream distro '" + distro + "' has no version '" + chosen
                            + "', so the spec cannot be fetched. Define it, or correct the version.",
                    spec.placeOf("upstream-distro", version.isEmpty() ? "name" : "version"));
        }
    }
}
