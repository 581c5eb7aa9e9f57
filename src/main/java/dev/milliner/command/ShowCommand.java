package dev.milliner.command;

import dev.milliner.answer.DefinitionJson;
import dev.milliner.answer.JsonText;
import dev.milliner.distro.Definition;
import dev.milliner.distro.Distro;
import dev.milliner.distro.Kind;
import dev.milliner.distro.Layer;
import dev.milliner.distro.ResolvedValue;
import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;
import tools.jackson.databind.JsonNode;

/** Shows one definition with the provenance of each value. */
@Command(
        name = "show",
        description = "Shows a component, image, package or group with where each value comes from.",
        mixinStandardHelpOptions = true)
final class ShowCommand implements Callable<Integer> {
    @Parameters(paramLabel = "NAME", description = "Its name.")
    @SuppressWarnings("NullAway.Init")
    private String name;

    @Option(
            names = "--kind",
            paramLabel = "KIND",
            completionCandidates = Offered.Kinds.class,
            description = "What it is, where a name stands for several things: component, image, package,"
                    + " component-group, package-group, distro, repository or test-suite.")
    private @Nullable String kind;

    @Mixin
    private final TreeOptions options = new TreeOptions();

    @Spec
    @SuppressWarnings("NullAway.Init")
    private CommandSpec spec;

    @Override
    public Integer call() {
        if (kind != null && !new Offered.Kinds().contains(kind)) {
            throw new ParameterException(
                    spec.commandLine(),
                    "The kind is one of " + String.join(", ", new Offered.Kinds()) + ", not " + kind + ".");
        }
        Distro distro = options.load();
        List<Definition> found = new ArrayList<>();
        for (Kind each : DefinitionJson.ORDER) {
            if (isWanted(each)) {
                distro.definition(each, name).ifPresent(found::add);
            }
        }
        if (found.isEmpty()) {
            throw new InputException(new NameAsked(what(), name).missing(names(distro)));
        }
        PrintWriter out = spec.commandLine().getOut();
        if (options.json()) {
            out.println(JsonText.of(DefinitionJson.of(found.getFirst())));
        } else {
            text(found.getFirst(), out);
        }
        if (found.size() > 1) {
            spec.commandLine()
                    .getErr()
                    .println("milliner: '" + name + "' is also a "
                            + found.get(1).kind().label() + "; choose it with --kind.");
        }
        return CommandLineEntry.DONE;
    }

    private String what() {
        return (kind == null ? "component, image, package or group" : kind) + " named";
    }

    private List<String> names(Distro distro) {
        return Arrays.stream(Kind.values())
                .filter(this::isWanted)
                .flatMap(each -> distro.names(each).stream())
                .toList();
    }

    private boolean isWanted(Kind each) {
        return kind == null || kind.equals(word(each));
    }

    /** A kind as the command line calls it. */
    static String word(Kind kind) {
        return kind.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    private static void text(Definition definition, PrintWriter out) {
        out.println(definition.kind().label() + " " + TerminalOutput.oneLine(definition.name()) + "  "
                + at(definition.place().file(), definition.place().range().line()));
        for (ResolvedValue value : definition.values()) {
            out.println();
            out.println("  " + value.path() + " = " + shortened(value.value()));
            for (Layer layer : value.layers().reversed()) {
                String place = layer.line() == 0 ? "" : "  " + at(layer.file(), layer.line());
                String other = layer.value().equals(value.value()) ? "" : "  " + shortened(layer.value());
                out.println("      " + layer.name() + place + other);
            }
        }
    }

    private static String at(String file, int line) {
        return TerminalOutput.oneLine(file) + ":" + line;
    }

    private static String shortened(JsonNode value) {
        String text = value.toString();
        return text.length() <= 200 ? text : text.substring(0, 199) + "…";
    }
}
