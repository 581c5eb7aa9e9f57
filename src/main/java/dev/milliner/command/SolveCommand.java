package dev.milliner.command;

import dev.milliner.answer.JsonText;
import dev.milliner.ground.FileTrouble;
import dev.milliner.rpm.RepositoryMetadata;
import dev.milliner.solve.ArchitecturePolicy;
import dev.milliner.solve.DnfGeneration;
import dev.milliner.solve.DnfSettings;
import dev.milliner.solve.SolveAnswer;
import dev.milliner.solve.SolvePhase;
import dev.milliner.solve.SolveRequest;
import dev.milliner.solve.SolverException;
import dev.milliner.solve.client.PackageSolver;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Says which packages DNF would install into an empty root. */
@Command(
        name = "solve",
        description = "Says which packages DNF would install into an empty root.",
        mixinStandardHelpOptions = true)
final class SolveCommand implements Callable<Integer> {
    @Parameters(
            paramLabel = "NAME",
            arity = "0..*",
            description = "What to install: names, paths, capabilities, @groups, @modules.")
    private List<String> names = new ArrayList<>();

    @Mixin
    private final RepositoryOption repositories = new RepositoryOption();

    @Option(names = "--weak", description = "Install recommended packages too.")
    private boolean weak;

    @Option(names = "--arch", paramLabel = "ARCH", description = "The root's architecture (default: x86_64).")
    private String architecture = "x86_64";

    @Option(names = "--exclude", paramLabel = "NAME", description = "Never install this; may be repeated.")
    private List<String> exclude = new ArrayList<>();

    @Option(names = "--lesser", description = "Take lesser candidates where the best cannot be installed.")
    private boolean lesser;

    @Option(
            names = "--lock",
            paramLabel = "NEVRA",
            description = "Let no other version come, as versionlock does; may be repeated.")
    private List<String> locks = new ArrayList<>();

    @Option(
            names = "--enable-module",
            paramLabel = "NAME[:STREAM]",
            description = "Switch a module on; may be repeated.")
    private List<String> enabled = new ArrayList<>();

    @Option(names = "--disable-module", paramLabel = "NAME", description = "Switch a module off; may be repeated.")
    private List<String> disabled = new ArrayList<>();

    @Option(names = "--dnf5", description = "Answer by dnf5's rules where they differ from DNF 4's.")
    private boolean newer;

    @Option(names = "--batch", description = "Read requests from standard input, one JSON object a line.")
    private boolean batch;

    @Option(names = "--json", description = "Print JSON.")
    private boolean json;

    @Spec
    @SuppressWarnings("NullAway.Init")
    private CommandSpec spec;

    @Override
    public Integer call() throws SolverException {
        if (names.isEmpty() != batch) {
            throw new ParameterException(spec.commandLine(), "Give either names to install or --batch.");
        }
        List<RepositoryMetadata> all = repositories.get(spec.commandLine().getErr());
        if (all.isEmpty()) {
            throw new ParameterException(spec.commandLine(), "Name a repository with --repo ID=URI.");
        }
        try (PackageSolver solver = new PackageSolver()) {
            return batch ? answerAll(solver, all) : answerOne(solver, all);
        }
    }

    private int answerOne(PackageSolver solver, List<RepositoryMetadata> all) throws SolverException {
        SolvePhase phase = new SolvePhase(names, exclude, List.of(), weak, settings());
        SolveAnswer answer = solver.solve(request(all, phase));
        PrintWriter out = spec.commandLine().getOut();
        answer.remarks().forEach(remark -> spec.commandLine().getErr().println("milliner: " + remark));
        if (json) {
            out.println(JsonText.of(SolveJson.of(answer)));
        } else {
            answer.packages().forEach(one -> out.println(one.nevra()));
            SolveJson.lines(answer.problems()).forEach(spec.commandLine().getErr()::println);
        }
        return answer.isSolved() ? CommandLineEntry.DONE : CommandLineEntry.AT_FAULT;
    }

    private int answerAll(PackageSolver solver, List<RepositoryMetadata> all) throws SolverException {
        PrintWriter out = spec.commandLine().getOut();
        try (BufferedReader lines = new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8))) {
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                if (!line.isBlank()) {
                    out.println(answer(solver, all, line));
                    out.flush();
                }
            }
        } catch (SolverException failure) {
            throw failure;
        } catch (IOException unreadable) {
            throw new InputException("Standard input cannot be read: " + FileTrouble.words(unreadable));
        }
        return CommandLineEntry.DONE;
    }

    /** One answer on one line; a request at fault is answered with its problem. */
    private String answer(PackageSolver solver, List<RepositoryMetadata> all, String line) throws SolverException {
        BatchRequest asked;
        try {
            asked = BatchRequest.parse(line, all);
        } catch (InputException wrong) {
            return SolveJson.problem(String.valueOf(wrong.getMessage())).toString();
        }
        List<String> excluded = new ArrayList<>(exclude);
        excluded.addAll(asked.exclude());
        SolvePhase phase = new SolvePhase(asked.install(), excluded, List.of(), asked.weak() || weak, settings());
        try {
            return SolveJson.of(solver.solve(request(asked.repositories(), phase)))
                    .toString();
        } catch (SolverException failure) {
            if (failure.kind() == SolverException.Cause.MISSING) {
                throw failure;
            }
            return SolveJson.problem(String.valueOf(failure.getMessage())).toString();
        }
    }

    private DnfSettings settings() {
        return new DnfSettings(
                newer ? DnfGeneration.DNF5 : DnfGeneration.DNF4,
                !lesser,
                DnfSettings.USUAL_TYPES,
                locks,
                enabled,
                disabled);
    }

    private SolveRequest request(List<RepositoryMetadata> from, SolvePhase phase) {
        return new SolveRequest(from, ArchitecturePolicy.of(architecture), List.of(phase), SolveRequest.Detail.SET);
    }
}
