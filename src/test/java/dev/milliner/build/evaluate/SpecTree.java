package dev.milliner.build.evaluate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.milliner.build.host.Containment;
import dev.milliner.distro.Distro;
import dev.milliner.distro.DistroLoader;
import dev.milliner.ground.HostTools;
import dev.milliner.source.DiskTree;
import dev.milliner.upstream.FoundSources;
import dev.milliner.upstream.OverlaidComponent;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;

/**
 * A tree with one component, {@code a}, whose spec is local.
 *
 * @param root the tree's root
 */
record SpecTree(Path root) {
    /** Skips the test where rpm cannot be asked. */
    static void demandTools() {
        for (String tool : new String[] {"rpmspec", "prlimit", "unshare", "setpriv"}) {
            assumeTrue(HostTools.find(tool).isPresent(), tool + " is missing.");
        }
        assumeTrue(Containment.isAvailable(), "This host refuses namespaces.");
    }

    /**
     * Writes it.
     *
     * @param head what the spec begins with
     * @param tags more of them
     * @param sections more lines of its {@code %files}, and sections after it
     * @param more TOML behind the component's spec
     */
    SpecTree write(String head, String tags, String sections, String more) throws IOException {
        Files.createDirectories(root);
        Files.writeString(root.resolve("a.spec"), """
            %s
            Name:           a
            Version:        1
            Release:        1%%{?dist}
            Summary:        a
            License:        MIT
            %s
            %%description
            a
            %%files
            /usr/bin/a
            %s
            """.formatted(head, tags, sections));
        Files.writeString(root.resolve("azldev.toml"), """
                includes = ["a.comp.toml"]
                [project]
                default-distro = { name = "d", version = "1" }
                [distros.d.versions.1]
                release-ver = "1"
                """);
        Files.writeString(
                root.resolve("a.comp.toml"), "[components.a]\nspec = { type = \"local\", path = \"a.spec\" }\n" + more);
        return this;
    }

    Distro load() {
        return new DistroLoader().load(new DiskTree(root));
    }

    /** Asks rpm, for a tree that is trusted by this. */
    static ComponentEvaluation evaluate(Distro distro, String name, EvaluationLimits limits) throws Exception {
        DistroMacros macros = new DistroMacros(List.of(), new TreeMap<>(), Optional.empty());
        return evaluate(distro, name, limits, macros);
    }

    static ComponentEvaluation evaluate(Distro distro, String name, EvaluationLimits limits, DistroMacros macros)
            throws Exception {
        TrustedTree trusted = new TrustedTree(distro.tree().root().toRealPath());
        var component = Objects.requireNonNull(distro.components().get(name));
        OverlaidComponent overlaid = OverlaidComponent.of(distro, component, FoundSources.of(distro, component));
        assertThat(overlaid.application().error()).isEmpty();
        return ComponentEvaluator.of(trusted, distro, limits, macros).evaluate(overlaid);
    }

    ComponentEvaluation evaluate(EvaluationLimits limits) throws Exception {
        return evaluate(load(), "a", limits);
    }

    ComponentEvaluation evaluate() throws Exception {
        return evaluate(EvaluationLimits.USUAL);
    }

    static SpecEvaluation evaluated(SpecAnswer answer) {
        assertThat(answer).isInstanceOf(SpecAnswer.Evaluated.class);
        return ((SpecAnswer.Evaluated) answer).evaluation();
    }
}
