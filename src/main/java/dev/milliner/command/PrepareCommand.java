package dev.milliner.command;

import dev.milliner.distro.Component;
import dev.milliner.distro.Distro;
import dev.milliner.ground.FileTrouble;
import dev.milliner.overlay.OverlayApplication;
import dev.milliner.overlay.Recipe;
import dev.milliner.overlay.SourcePreparation;
import dev.milliner.upstream.ComponentSources;
import dev.milliner.upstream.PreparedFolder;
import dev.milliner.upstream.RenderedBasis;
import dev.milliner.upstream.RenderedSince;
import dev.milliner.upstream.SourceUnavailableException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
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
            throw new ParameterException(spec.commandLine(), "Name components, or say -a for all.");
        }
        if (since != null && skipOverlays) {
            throw new ParameterException(spec.commandLine(), "Say --since or --skip-overlays, not both.");
        }
        Distro distro = options.load();
        Optional<RenderedBasis> rendered =
                Optional.ofNullable(since).map(ref -> new RenderedBasis(ref, options.load(ref)));
        ArrayNode results = JsonNodeFactory.instance.arrayNode();
        boolean failed = false;
        for (String name : all ? List.copyOf(distro.components().keySet()) : names) {
            Optional<String> error = prepare(distro, rendered, name);
            failed |= error.isPresent();
            ObjectNode result = results.addObject().put("name", name).put("ok", error.isEmpty());
            result.put("basis", rendered.isPresent() ? "rendered" : "upstream");
            error.ifPresentOrElse(text -> result.put("error", text), () -> result.putNull("error"));
            error.ifPresent(text -> spec.commandLine().getErr().println(TerminalOutput.oneLine(name) + ": " + text));
        }
        if (options.json()) {
            spec.commandLine().getOut().println(JsonText.of(results));
        }
        return failed ? CommandLineEntry.AT_FAULT : CommandLineEntry.DONE;
    }

    private Optional<String> prepare(Distro distro, Optional<RenderedBasis> rendered, String name) {
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
        } catch (SourceUnavailableException | IOException failure) {
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
