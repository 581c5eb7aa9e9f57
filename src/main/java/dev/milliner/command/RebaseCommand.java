package dev.milliner.command;

import dev.milliner.answer.DeriveJson;
import dev.milliner.answer.JsonText;
import dev.milliner.distro.Component;
import dev.milliner.distro.Distro;
import dev.milliner.upstream.Rebase;
import dev.milliner.upstream.RebaseOutcome;
import dev.milliner.upstream.RebaseReport;
import dev.milliner.upstream.RebaseRun;
import dev.milliner.upstream.RebasedOverlay;
import dev.milliner.upstream.Repair;
import dev.milliner.upstream.UpstreamVersion;
import java.io.PrintWriter;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** Says what the overlays do on another version of upstream: which still apply, are not needed, or break. */
@Command(
        name = "rebase",
        description = "Says what breaks on another version of upstream, for one component or for all with overlays.",
        mixinStandardHelpOptions = true)
final class RebaseCommand implements Callable<Integer> {
    @Parameters(arity = "0..1", paramLabel = "NAME", description = "The component; all with overlays otherwise.")
    private @Nullable String name;

    @Option(names = "--on", required = true, paramLabel = "DISTRO-VERSION", description = "Such as fedora-44.")
    @SuppressWarnings("NullAway.Init")
    private String version;

    @Mixin
    private final TreeOptions options = new TreeOptions();

    @Spec
    @SuppressWarnings("NullAway.Init")
    private CommandSpec spec;

    @Override
    public Integer call() {
        Distro distro = options.load();
        List<RebaseReport> reports = name == null ? all(distro) : List.of(one(distro, name));
        PrintWriter out = spec.commandLine().getOut();
        if (options.json()) {
            ArrayNode array = JsonNodeFactory.instance.arrayNode();
            reports.forEach(report -> json(array.addObject(), report));
            out.println(JsonText.of(array));
        } else {
            reports.forEach(report -> text(report, out));
        }
        boolean breaks = reports.stream().anyMatch(report -> report.worst() == RebaseOutcome.FAILS);
        boolean refused = reports.stream()
                .map(report -> distro.components().get(report.component()))
                .anyMatch(component -> component != null
                        && new SoundParts(distro).fault(component).isPresent());
        if (breaks || refused) {
            return CommandLineEntry.AT_FAULT;
        }
        if (reports.stream().anyMatch(RebaseReport::outOfReach)) {
            return CommandLineEntry.UNAVAILABLE;
        }
        // Of all components some may be local; who names one asks what cannot be answered.
        boolean untold = name != null && !reports.getFirst().unavailable().isEmpty();
        return untold ? CommandLineEntry.AT_FAULT : CommandLineEntry.DONE;
    }

    private RebaseReport one(Distro distro, String component) {
        Component found = new SoundParts(distro).component(component);
        return Rebase.of(distro, found, AskedVersion.of(version, distro, found, spec.commandLine()));
    }

    private List<RebaseReport> all(Distro distro) {
        UpstreamVersion wanted = UpstreamVersion.all(distro).stream()
                .filter(known -> known.version().equals(version)
                        || version.matches(java.util.regex.Pattern.quote(known.distro()) + "[-/: ]"
                                + java.util.regex.Pattern.quote(known.version())))
                .findFirst()
                .orElseThrow(() -> AskedVersion.unknown(version, UpstreamVersion.all(distro), spec.commandLine()));
        PrintWriter err = spec.commandLine().getErr();
        return RebaseRun.all(
                distro,
                wanted,
                (report, done, total) -> err.println(done + " of " + total + "  " + report.component()),
                () -> Thread.currentThread().isInterrupted());
    }

    private static void text(RebaseReport report, PrintWriter out) {
        out.println(report.component() + (report.unavailable().isEmpty() ? "" : "  " + report.unavailable()));
        if (!report.already().isEmpty()) {
            out.println("  fails on the present version already: " + TerminalOutput.oneLine(report.already()));
        }
        for (RebasedOverlay overlay : report.overlays()) {
            out.println("  " + overlay.now().number() + "  "
                    + overlay.now().overlay().type() + "  "
                    + overlay.outcome().label()
                    + (overlay.why().isEmpty() ? "" : ": " + overlay.why()));
            overlay.repair().ifPresent(repair -> text(report.component(), repair, out));
        }
    }

    private static void text(String component, Repair repair, PrintWriter out) {
        String toml = DeriveJson.toml(component, repair.derived(), "");
        if (!toml.isEmpty()) {
            out.println("     proposed in its place:");
            toml.lines().forEach(line -> out.println(line.isEmpty() ? "" : "       " + line));
        }
        repair.uncertain().forEach(words -> out.println("     to be seen to: " + TerminalOutput.oneLine(words)));
    }

    private static void json(ObjectNode node, RebaseReport report) {
        node.put("name", report.component());
        node.put("worst", report.unavailable().isEmpty() ? word(report.worst()) : "unavailable");
        node.put("unavailable", report.unavailable());
        node.put("already", report.already());
        ArrayNode overlays = node.putArray("overlays");
        for (RebasedOverlay overlay : report.overlays()) {
            ObjectNode one = overlays.addObject()
                    .put("index", overlay.now().number())
                    .put("type", overlay.now().overlay().type())
                    .put("outcome", word(overlay.outcome()))
                    .put("why", overlay.why());
            overlay.repair().ifPresent(repair -> {
                ArrayNode uncertain = one.putObject("repair")
                        .put("toml", DeriveJson.toml(report.component(), repair.derived(), ""))
                        .putArray("uncertain");
                repair.uncertain().forEach(uncertain::add);
            });
        }
    }

    private static String word(RebaseOutcome outcome) {
        return outcome.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
