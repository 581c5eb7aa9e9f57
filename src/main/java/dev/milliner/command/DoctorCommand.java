package dev.milliner.command;

import dev.milliner.answer.JsonText;
import dev.milliner.build.boot.KvmTrial;
import dev.milliner.build.history.BuildStore;
import dev.milliner.build.host.Doctor;
import dev.milliner.build.host.HostFinding;
import dev.milliner.build.host.Install;
import java.io.PrintWriter;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;

/** Says what this host can build. */
@Command(
        name = "doctor",
        description = "Says what this host can build, and what adds what is missing.",
        mixinStandardHelpOptions = true)
final class DoctorCommand implements Callable<Integer> {
    @Option(names = "--json", description = "Print JSON.")
    private boolean json;

    @Spec
    @SuppressWarnings("NullAway.Init")
    private CommandSpec spec;

    @Override
    public Integer call() {
        List<HostFinding> findings = Doctor.examine(BuildStore.ofUser().folder()).stream()
                .map(KvmTrial::of)
                .toList();
        if (json) {
            ArrayNode array = JsonNodeFactory.instance.arrayNode();
            findings.forEach(finding -> array.addObject()
                    .put("check", finding.check())
                    .put("ok", finding.ok())
                    .put("found", finding.found())
                    .put("needed", finding.needed())
                    .put("fix", finding.fix()));
            spec.commandLine().getOut().println(JsonText.of(array));
        } else {
            TextTable table = new TextTable("", "CHECK", "FOUND", "NEEDED", "FIX");
            findings.forEach(finding ->
                    table.row(mark(finding), finding.check(), finding.found(), finding.needed(), finding.fix()));
            table.print(spec.commandLine().getOut());
            close(findings);
        }
        return findings.stream().allMatch(HostFinding::ok) ? CommandLineEntry.DONE : CommandLineEntry.AT_FAULT;
    }

    private void close(List<HostFinding> findings) {
        PrintWriter out = spec.commandLine().getOut();
        List<String> fixes = findings.stream()
                .filter(finding -> !finding.ok())
                .map(HostFinding::fix)
                .toList();
        out.println();
        out.println(
                fixes.isEmpty()
                        ? "This host has all that builds need."
                        : "All that is missing, in one go:\n\n    " + Install.together(fixes));
    }

    /** What is not as it could be and optional is neither well nor a fault. */
    private static String mark(HostFinding finding) {
        return !finding.ok() ? "--" : finding.fix().isEmpty() ? "ok" : "";
    }
}
