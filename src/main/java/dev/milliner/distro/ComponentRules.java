package dev.milliner.distro;

import dev.milliner.text.Place;
import java.util.List;
import java.util.regex.Pattern;

/** What azldev demands of a component's table and of the tables that hold defaults for components. */
final class ComponentRules {
    private static final Pattern HEXADECIMAL = Pattern.compile("(0[xX])?[0-9a-fA-F]+");

    private final Problems problems;
    private final OverlayRules overlayRules;
    private final SourceFileRules sourceFileRules;

    ComponentRules(Problems problems) {
        this.problems = problems;
        this.overlayRules = new OverlayRules(problems);
        this.sourceFileRules = new SourceFileRules(problems);
    }

    /** A component of {@code [components]}. */
    void component(TableValue component) {
        if (component.fields().isEmpty()) {
            return;
        }
        values(component);
        component.tables("overlays").forEach(overlayRules::check);
        build(component);
        sourceFileRules.check(component);
        if (!component.text("spec", "upstream-distro", "snapshot").isEmpty()) {
            problems.error(
                    "component-snapshot",
                    "A component cannot have a 'snapshot' of its own. Set it in the distro's or a group's defaults, or"
                            + " pin the component with 'upstream-commit'.",
                    component.placeOf("spec", "upstream-distro", "snapshot"));
        }
    }

    /** What holds for components and defaults alike. */
    void values(TableValue component) {
        if (component.at("spec") instanceof TableValue spec) {
            spec(spec);
        }
        String calculation = component.text("release", "calculation");
        if (Vocabulary.RELEASE_CALCULATION.lacks(calculation)) {
            problems.error(
                    "release-calculation",
                    "'" + calculation + "' is not a way to calculate the release. Use "
                            + Vocabulary.RELEASE_CALCULATION.choice() + ".",
                    component.placeOf("release", "calculation"));
        }
        for (Value item : component.items("overlay-files")) {
            if (item.isZero()) {
                problems.error("empty-text", "An entry of 'overlay-files' is empty. Remove it.", item.place());
            }
        }
        component.entries("packages").values().forEach(this::packageConfig);
        channels(component.table("publish"), List.of("rpm-channel", "srpm-channel", "debuginfo-channel"));
    }

    /** The publish settings of a package. */
    void packageConfig(TableValue config) {
        channels(config.table("publish"), List.of("rpm-channel", "debuginfo-channel", "channel"));
    }

    private void channels(TableValue publish, List<String> keys) {
        for (String key : keys) {
            String channel = publish.text(key);
            if (!channel.isEmpty() && !isChannel(channel)) {
                channel(channel, publish.placeOf(key));
            }
        }
    }

    static boolean isChannel(String channel) {
        return !channel.equals(".") && !channel.equals("..") && channel.indexOf('/') < 0 && channel.indexOf('\\') < 0;
    }

    void channel(String channel, Place place) {
        problems.error(
                "publish-channel", "'" + channel + "' cannot be a publish channel. Use a name without slashes.", place);
    }

    private void spec(TableValue spec) {
        String type = spec.text("type");
        if (Vocabulary.SPEC_TYPE.lacks(type)) {
            problems.error(
                    "spec-type",
                    "'" + type + "' is not a kind of spec source. Use " + Vocabulary.SPEC_TYPE.choice() + ".",
                    spec.placeOf("type"));
        }
        boolean local = type.equals("local");
        if (local && spec.text("path").isEmpty()) {
            problems.error("spec-path", "A local spec needs its 'path'. Add it.", spec.placeOf("path"));
        }
        if (!local) {
            excluded(spec, "path", "local");
        }
        if (!type.equals("upstream")) {
            excluded(spec, "upstream-name", "upstream");
            excluded(spec, "upstream-commit", "upstream");
        } else {
            commit(spec);
        }
    }

    private void excluded(TableValue spec, String key, String type) {
        if (!spec.text(key).isEmpty()) {
            problems.error(
                    "spec-field",
                    "'" + key + "' counts only for a spec of type " + type + ". Add 'type = \"" + type
                            + "\"' beside it, or remove it.",
                    spec.placeOf(key));
        }
    }

    private void commit(TableValue spec) {
        String commit = spec.text("upstream-commit");
        int length = commit.codePointCount(0, commit.length());
        if (!commit.isEmpty()
                && (length < 7 || length > 40 || !HEXADECIMAL.matcher(commit).matches())) {
            problems.error(
                    "spec-commit",
                    "'" + commit + "' is not a git commit. Use 7 to 40 hexadecimal digits.",
                    spec.placeOf("upstream-commit"));
        }
    }

    private void build(TableValue component) {
        if (component.flag("build", "check", "skip")
                && component.text("build", "check", "skip_reason").isEmpty()) {
            problems.error(
                    "build-reason",
                    "Skipping %check needs a reason. Say why in 'skip_reason'.",
                    component.placeOf("build", "check", "skip"));
        }
        if (component.flag("build", "failure", "expected")
                && component.text("build", "failure", "expected-reason").isEmpty()) {
            problems.error(
                    "build-reason",
                    "A build that is expected to fail needs a reason. Say why in 'expected-reason'.",
                    component.placeOf("build", "failure", "expected"));
        }
    }

    /** Overlays that azldev takes into all members of a group or a distro without looking at them. */
    void inheritedOverlays(TableValue defaults, Problems warnings) {
        Problems found = new Problems();
        OverlayRules rules = new OverlayRules(found);
        defaults.tables("overlays").forEach(rules::check);
        for (Problem problem : found.list()) {
            warnings.warning(
                    problem.code(),
                    problem.message() + " azldev finds out only when it applies the overlay.",
                    problem.place());
        }
    }
}
