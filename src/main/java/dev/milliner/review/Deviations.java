package dev.milliner.review;

import dev.milliner.distro.Component;
import dev.milliner.distro.Distro;
import dev.milliner.distro.Layer;
import dev.milliner.distro.Overlay;
import dev.milliner.distro.OverlayMetadata;
import dev.milliner.distro.ResolvedValue;
import dev.milliner.distro.SpecSource;
import dev.milliner.review.Deviation.Kind;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import tools.jackson.databind.JsonNode;

/**
 * A distro's account of itself: every deviation from upstream with its reason.
 *
 * @param distro the distro's name and version
 * @param components how many components it has
 * @param all the deviations, by component
 */
public record Deviations(String distro, int components, List<Deviation> all) {

    /** Collects the deviations of a distro. */
    public static Deviations of(Distro distro) {
        List<Deviation> found = new ArrayList<>();
        distro.components().values().forEach(component -> new Collector(component, found).collect());
        String name = (distro.name() + " " + distro.version()).strip();
        return new Deviations(name, distro.components().size(), List.copyOf(found));
    }

    /** Those that give no reason. */
    public List<Deviation> withoutReason() {
        return all.stream().filter(deviation -> !deviation.givesReason()).toList();
    }

    /** How many components deviate. */
    public long deviatingComponents() {
        return all.stream().map(Deviation::component).distinct().count();
    }

    /** How many deviations of a kind there are. */
    public long count(Kind kind) {
        return all.stream().filter(deviation -> deviation.kind() == kind).count();
    }

    /** Collects what one component deviates in. */
    private record Collector(Component component, List<Deviation> found) {
        void collect() {
            spec(component.spec());
            component.overlays().forEach(this::overlay);
            JsonNode json = component.json();
            json.path("sourceFiles").forEach(this::sourceFile);
            build(json.path("build"));
            String calculation = json.path("release").path("calculation").asString("auto");
            if (!calculation.equals("auto")) {
                add(Kind.RELEASE, calculation, "", "release.calculation");
            }
        }

        private void spec(SpecSource spec) {
            if (component.isLocal()) {
                add(Kind.LOCAL_SPEC, file(spec.path().orElse("")), "", "spec.path");
                return;
            }
            spec.upstreamName()
                    .filter(name -> !name.equals(component.name()))
                    .ifPresent(name -> add(Kind.RENAMED, "upstream's " + name, "", "spec.upstream-name"));
            spec.upstreamCommit().ifPresent(commit -> add(Kind.PINNED, commit, "", "spec.upstream-commit"));
        }

        private void overlay(Overlay overlay) {
            Optional<OverlayMetadata> metadata = overlay.metadata();
            found.add(new Deviation(
                    component.name(),
                    Kind.OVERLAY,
                    overlay.type() + target(overlay),
                    overlay.description(),
                    metadata.map(OverlayMetadata::category).orElse(""),
                    metadata.map(OverlayMetadata::upstreamStatus).orElse(""),
                    overlay.place().file(),
                    overlay.place().range().line()));
        }

        private static String target(Overlay overlay) {
            String tag = overlay.tag().isEmpty() ? overlay.section() : overlay.tag();
            String target = overlay.file().isEmpty() ? tag : overlay.file();
            return target.isEmpty() ? "" : " " + target;
        }

        private void sourceFile(JsonNode source) {
            boolean replaces = source.path("replaceUpstream").asBoolean(false);
            add(
                    Kind.SOURCE_FILE,
                    (replaces ? "replaces " : "adds ") + source.path("filename").asString(""),
                    source.path("replaceReason").asString(""),
                    "source-files");
        }

        private void build(JsonNode build) {
            if (build.path("check").path("skip").asBoolean(false)) {
                add(
                        Kind.SKIPPED_CHECK,
                        "%check is skipped",
                        build.path("check").path("skipReason").asString(""),
                        "build.check.skip");
            }
            build.path("with").forEach(name -> option("with " + name.asString(), "build.with"));
            build.path("without").forEach(name -> option("without " + name.asString(), "build.without"));
            build.path("undefines").forEach(name -> option("undefines " + name.asString(), "build.undefines"));
            build.path("defines")
                    .properties()
                    .forEach(entry -> option(
                            "defines " + entry.getKey() + " as "
                                    + entry.getValue().asString(),
                            "build.defines"));
        }

        private void option(String what, String path) {
            add(Kind.BUILD_OPTION, what, "", path);
        }

        private void add(Kind kind, String what, String reason, String path) {
            Layer origin = origin(path);
            found.add(new Deviation(component.name(), kind, what, reason, "", "", origin.file(), origin.line()));
        }

        /** Where a value was set; the component itself where no layer says. */
        private Layer origin(String path) {
            return component.values().stream()
                    .filter(value -> value.path().startsWith(path))
                    .map(ResolvedValue::layers)
                    .filter(layers -> !layers.isEmpty())
                    .map(List::getLast)
                    .filter(layer -> layer.line() > 0)
                    .findFirst()
                    .orElseGet(() -> new Layer(
                            "component",
                            component.place().file(),
                            component.place().range().line(),
                            tools.jackson.databind.node.JsonNodeFactory.instance.nullNode()));
        }

        private static String file(String path) {
            return path.substring(path.lastIndexOf('/') + 1);
        }
    }
}
