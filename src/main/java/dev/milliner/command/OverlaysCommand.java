package dev.milliner.command;

import dev.milliner.answer.JsonText;
import dev.milliner.answer.OverlaysJson;
import dev.milliner.build.evaluate.ComponentEvaluation;
import dev.milliner.build.evaluate.SpecAnswer;
import dev.milliner.build.evaluate.TrustedTree;
import dev.milliner.distro.Component;
import dev.milliner.distro.Distro;
import dev.milliner.upstream.FoundSources;
import dev.milliner.upstream.OverlaidComponent;
import dev.milliner.upstream.RenderedBases;
import dev.milliner.upstream.RenderedBasis;
import dev.milliner.upstream.SourceUnavailableException;
import java.io.PrintWriter;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;
import tools.jackson.databind.node.ObjectNode;

/** Shows what each overlay of a component does, step by step. */
@Command(
        name = "overlays",
        description =
                "Shows what each overlay of a component does, step by step; with --rpm also what rpm makes of it.",
        footer = "%nWith --json, --rpm adds the field rpm; docs/rpm.md has its shape.",
        mixinStandardHelpOptions = true)
final class OverlaysCommand implements Callable<Integer> {
    @Parameters(paramLabel = "NAME", description = "The component.")
    @SuppressWarnings("NullAway.Init")
    private String name;

    @Option(
            names = "--on",
            paramLabel = "DISTRO-VERSION",
            description = "Apply them to another version of upstream, such as fedora-44.")
    private @Nullable String version;

    @Option(
            names = "--since",
            paramLabel = "REF",
            description =
                    "Take the spec as it was rendered at a git commit, and apply what changed since; without it, upstream's"
                            + " sources, or where they can't be had what was rendered last.")
    private @Nullable String since;

    @Mixin
    private final RpmQuestion rpm = new RpmQuestion();

    @Mixin
    private final TreeOptions options = new TreeOptions();

    @Spec
    @SuppressWarnings("NullAway.Init")
    private CommandSpec spec;

    @Override
    public Integer call() {
        if (since != null && version != null) {
            throw new ParameterException(spec.commandLine(), "Say --since or --on, not both.");
        }
        if (rpm.isIdle()) {
            throw new ParameterException(spec.commandLine(), "Say --rpm too, as only that asks for trust.");
        }
        Distro distro = options.load();
        Component component = new SoundParts(distro).component(name);
        Optional<TrustedTree> trusted = rpm.isAsked() ? Optional.of(rpm.demandTrust(distro, name)) : Optional.empty();
        OverlaidComponent overlaid = apply(distro, component);
        Optional<ComponentEvaluation> evaluation = trusted.map(tree -> RpmQuestion.ask(tree, distro, overlaid));
        print(overlaid, evaluation);
        PrintWriter err = spec.commandLine().getErr();
        Stream.of(overlaid.basis().remark(), overlaid.found().why())
                .flatMap(Optional::stream)
                .distinct()
                .forEach(remark -> err.println("milliner: " + remark));
        evaluation.flatMap(ComponentEvaluation::problem).ifPresent(problem -> err.println(ProblemText.line(problem)));
        boolean answered = evaluation.isEmpty() || evaluation.get().after() instanceof SpecAnswer.Evaluated;
        return answered && overlaid.application().succeeded() ? CommandLineEntry.DONE : CommandLineEntry.AT_FAULT;
    }

    private void print(OverlaidComponent overlaid, Optional<ComponentEvaluation> evaluation) {
        PrintWriter out = spec.commandLine().getOut();
        if (options.json()) {
            ObjectNode node = OverlaysJson.of(overlaid);
            evaluation.ifPresent(answer -> node.set("rpm", RpmJson.of(answer)));
            out.println(JsonText.of(node));
        } else {
            boolean colourful = Terminal.isOne(1);
            new OverlaysText(out, colourful).print(overlaid);
            evaluation.ifPresent(new RpmText(out, colourful)::print);
        }
    }

    private OverlaidComponent apply(Distro distro, Component component) {
        try (RenderedBases bases = new RenderedBases()) {
            if (since != null) {
                return OverlaidComponent.of(distro, component, new RenderedBasis(since, options.load(since)));
            }
            FoundSources found = version == null
                    ? FoundSources.of(distro, component)
                    : FoundSources.of(
                            distro, component, AskedVersion.of(version, distro, component, spec.commandLine()));
            return OverlaidComponent.of(distro, component, found, bases);
        } catch (SourceUnavailableException unavailable) {
            throw Unreachable.told(unavailable);
        }
    }
}
