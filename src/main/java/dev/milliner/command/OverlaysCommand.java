package dev.milliner.command;

import dev.milliner.build.evaluate.ComponentEvaluation;
import dev.milliner.build.evaluate.SpecAnswer;
import dev.milliner.build.evaluate.TrustedTree;
import dev.milliner.distro.Component;
import dev.milliner.distro.Distro;
import dev.milliner.overlay.FileChange;
import dev.milliner.overlay.Hunk;
import dev.milliner.text.Place;
import dev.milliner.upstream.FoundSources;
import dev.milliner.upstream.OverlaidComponent;
import dev.milliner.upstream.OverlayEffect;
import dev.milliner.upstream.OverlayReach;
import dev.milliner.upstream.RenderedBases;
import dev.milliner.upstream.RenderedBasis;
import dev.milliner.upstream.SourceUnavailableException;
import dev.milliner.upstream.UpstreamVersion;
import java.io.PrintWriter;
import java.util.Locale;
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
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
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
            ObjectNode node = json(overlaid);
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
                    : FoundSources.of(distro, component, UpstreamVersion.of(version, distro, component));
            return OverlaidComponent.of(distro, component, found, bases);
        } catch (SourceUnavailableException unavailable) {
            throw new InputException(unavailable.reason());
        }
    }

    private static ObjectNode json(OverlaidComponent overlaid) {
        ObjectNode node = JsonNodeFactory.instance.objectNode();
        node.put("name", overlaid.component().name());
        node.put("sources", overlaid.basis().label());
        node.put("basis", overlaid.basis().name());
        ArrayNode steps = node.putArray("steps");
        overlaid.effects().forEach(effect -> step(steps.addObject(), effect));
        overlaid.application().error().ifPresentOrElse(error -> node.put("error", error), () -> node.putNull("error"));
        return node;
    }

    private static void step(ObjectNode node, OverlayEffect effect) {
        Place place = effect.overlay().place();
        boolean ok =
                effect.reach() != OverlayReach.NOT_REACHED && effect.error().isEmpty();
        node.put("index", effect.number())
                .put("type", effect.overlay().type())
                .put("file", place.file())
                .put("line", place.range().line())
                .put("ok", ok)
                .put("reach", effect.reach().name().toLowerCase(Locale.ROOT).replace('_', '-'));
        if (ok) {
            node.putNull("error");
        } else {
            node.put("error", effect.error().orElse("an earlier overlay failed, so this one is not reached"));
        }
        ArrayNode changes = node.putArray("changes");
        for (FileChange change : effect.changes()) {
            ObjectNode one = changes.addObject();
            one.put("file", change.file()).put("added", change.added()).put("removed", change.removed());
            ArrayNode hunks = one.putArray("hunks");
            change.hunks().forEach(hunk -> hunk(hunks.addObject(), change, hunk));
        }
    }

    private static void hunk(ObjectNode node, FileChange change, Hunk hunk) {
        node.put("beforeLine", hunk.beforeStart() + 1).put("afterLine", hunk.afterStart() + 1);
        ArrayNode removed = node.putArray("removed");
        change.removedLines(hunk).forEach(removed::add);
        ArrayNode added = node.putArray("added");
        change.addedLines(hunk).forEach(added::add);
    }
}
