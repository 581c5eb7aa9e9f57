package dev.milliner.command;

import dev.milliner.answer.JsonText;
import dev.milliner.distro.Component;
import dev.milliner.distro.Distro;
import dev.milliner.ground.Amount;
import dev.milliner.ground.FileTrouble;
import dev.milliner.overlay.OverlayApplication;
import dev.milliner.overlay.Recipe;
import dev.milliner.overlay.SourcePreparation;
import dev.milliner.upstream.ComponentSources;
import dev.milliner.upstream.PreparedFolder;
import dev.milliner.upstream.RenderedBasis;
import dev.milliner.upstream.RenderedSince;
import dev.milliner.upstream.SideBySide;
import dev.milliner.upstream.SourceUnavailableException;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
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

/** Writes the prepared sources of components. */
@Command(
        name = "prepare",
        description = "Writes components' sources with their overlays applied.",
        mixinStandardHelpOptions = true)
final class PrepareCommand implements Callable<Integer> {
    private static final long TELL_NANOS = 1_000_000_000;

    private long told = System.nanoTime();

    @Parameters(arity = "0..*", paramLabel = "NAME", description = "The components.")
    private List<String> names = new ArrayList<>();

    @Option(
            names = {"-a", "--all"},
            description = "All components.")
    private boolean all;

    @Option(
            names = {"-o", "--output"},
            required = true,
            paramLabel = "OUT",
            description = "The folder that gets one folder for each component.")
    @SuppressWarnings("NullAway.Init")
    private Path output;

    @Option(names = "--skip-overlays", description = "Write the sources as they come.")
    private boolean skipOverlays;

    @Option(
            names = "--since",
            paramLabel = "REF",
            description =
                    "Where upstream is not at hand: take the specs as they were rendered at a git commit, and apply what"
                            + " changed since.")
    private @Nullable String since;

    @Mixin
    private final TreeOptions options = new TreeOptions();

    @Spec
    @SuppressWarnings("NullAway.Init")
    private CommandSpec spec;

    @Override
    public Integer call() {
        if (all == !names.isEmpty()) {
            throw new ParameterException(spec.commandLine(), "Name components or say -a for all, not both.");
        }
        if (output.toString().isEmpty()) {
            throw new ParameterException(spec.commandLine(), "Name a folder behind -o.");
        }
        if (since != null && skipOverlays) {
            throw new ParameterException(spec.commandLine(), "Say --since or --skip-overlays, not both.");
        }
        Distro distro = options.load();
        Optional<RenderedBasis> rendered =
                Optional.ofNullable(since).map(ref -> new RenderedBasis(ref, options.load(ref)));
        List<String> wanted = all
                ? List.copyOf(distro.components().keySet())
                : names.stream().distinct().toList();
        List<Prepared> done = SideBySide.all(wanted, name -> prepared(distro, rendered, name), this::tell, () -> false);
        ArrayNode results = JsonNodeFactory.instance.arrayNode();
        boolean failed = false;
        boolean outOfReach = false;
        for (Prepared one : sorted(done, wanted)) {
            failed |= one.error().isPresent() && !one.outOfReach();
            outOfReach |= one.outOfReach();
            ObjectNode result = results.addObject()
                    .put("name", one.name())
                    .put("ok", one.error().isEmpty());
            result.put("basis", rendered.isPresent() ? "rendered" : "upstream");
            one.error().ifPresentOrElse(text -> result.put("error", text), () -> result.putNull("error"));
        }
        if (wanted.size() > 1) {
            long good = done.stream().filter(one -> one.error().isEmpty()).count();
            spec.commandLine().getErr().println(good + " of " + Amount.of(wanted.size(), "component") + " prepared");
        }
        if (options.json()) {
            spec.commandLine().getOut().println(JsonText.of(results));
        }
        return failed ? CommandLineEntry.AT_FAULT : outOfReach ? CommandLineEntry.UNAVAILABLE : CommandLineEntry.DONE;
    }

    /**
     * What came of one component.
     *
     * @param error why it was not prepared, or empty
     * @param outOfReach whether that is as its sources cannot be reached now
     */
    private record Prepared(String name, Optional<String> error, boolean outOfReach) {}

    private static List<Prepared> sorted(List<Prepared> done, List<String> wanted) {
        Map<String, Prepared> byName = done.stream().collect(Collectors.toMap(Prepared::name, one -> one));
        return wanted.stream().map(byName::get).filter(Objects::nonNull).toList();
    }

    /** Failures are told as they happen; of many components also how far it is, once a second. */
    private void tell(Prepared one, int done, int total) {
        PrintWriter err = spec.commandLine().getErr();
        one.error().ifPresent(text -> err.println(TerminalOutput.oneLine(one.name()) + ": " + text));
        if (done < total && System.nanoTime() - told > TELL_NANOS) {
            told = System.nanoTime();
            err.println(done + " of " + Amount.of(total, "component") + " done");
        }
    }

    private Prepared prepared(Distro distro, Optional<RenderedBasis> rendered, String name) {
        try {
            return new Prepared(name, prepare(distro, rendered, name), false);
        } catch (SourceUnavailableException failure) {
            return new Prepared(name, Optional.of(FileTrouble.words(failure)), failure.isOutOfReach());
        }
    }

    private Optional<String> prepare(Distro distro, Optional<RenderedBasis> rendered, String name)
            throws SourceUnavailableException {
        Component component = distro.components().get(name);
        if (component == null) {
            return Optional.of(new SoundParts(distro)
                    .missing("component", name, distro.components().keySet()));
        }
        Optional<String> fault = new SoundParts(distro).fault(component);
        if (fault.isPresent()) {
            return fault;
        }
        try {
            Path folder = PreparedFolder.of(output, name);
            if (Files.exists(folder)) {
                return Optional.of("The folder " + folder + " is there already; name another or remove it.");
            }
            if (skipOverlays) {
                PreparedFolder.write(ComponentSources.of(distro, component), folder);
                return Optional.empty();
            }
            OverlayApplication applied = applied(distro, rendered, component);
            if (applied.succeeded()) {
                PreparedFolder.write(applied.result(), folder);
            }
            return applied.fault();
        } catch (IOException failure) {
            return Optional.of(FileTrouble.words(failure));
        }
    }

    private static OverlayApplication applied(Distro distro, Optional<RenderedBasis> rendered, Component component)
            throws SourceUnavailableException {
        return rendered.isPresent()
                ? RenderedSince.of(distro, component, rendered.get()).application()
                : SourcePreparation.apply(
                        Recipe.of(component), ComponentSources.of(distro, component), ComponentSources.reader(distro));
    }
}
