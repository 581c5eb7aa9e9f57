package dev.milliner.build.explain;

import dev.milliner.build.explain.Judgement.Weighed;
import dev.milliner.build.explain.LogScan.Told;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

/** Says why a build failed, from the log that its tools wrote. */
public final class Explainer {
    /** The exit status of what a time limit stopped, as timeout(1) gives it. */
    private static final int STOPPED = 124;

    /** The kind of lines that only look like failures. */
    private static final String UNKNOWN = "unknown";

    private final RuleBook book = RuleBook.builtIn();
    private final String tool;
    private final OptionalInt exit;
    private final Inputs inputs;

    /**
     * Prepares it.
     *
     * @param tool the tool that ran, such as {@code rpmbuild}, {@code mock} or {@code kiwi-ng}; told from the log where
     *     absent
     * @param exit its exit status; told from the log where absent
     * @param inputs the folder with what it ran on, to find the file and line that are at fault
     */
    public Explainer(Optional<String> tool, OptionalInt exit, Optional<Path> inputs) {
        this.tool = tool.flatMap(book::named).orElse("");
        this.exit = exit;
        this.inputs = new Inputs(inputs);
    }

    /** The tools whose logs it knows, outer ones first. */
    public static List<String> tools() {
        return RuleBook.builtIn().tools().stream()
                .filter(tool -> !tool.recognise().isEmpty())
                .map(ToolTraits::name)
                .toList();
    }

    /** Tells whether a tool's logs are known, by its name or another name of it. */
    public static boolean knows(String tool) {
        return RuleBook.builtIn().named(tool).isPresent();
    }

    /**
     * Explains a log. Of mock the log may be its console's, with the folder of its {@code build.log} and
     * {@code root.log} beside it under the same name, or one of these two, or the folder.
     *
     * @param log a file of any size, or such a folder
     * @throws IOException when it cannot be read
     */
    public Explanation explain(Path log) throws IOException {
        MockLogs mock = MockLogs.of(log);
        if (mock.isEmpty()) {
            return one(log, tool, exit).explanation();
        }
        Optional<Explained> console =
                mock.console().isPresent() ? Optional.of(one(mock.console().get(), "mock", exit)) : Optional.empty();
        if (console.map(one -> !one.judgement().failed()).orElse(false)) {
            return console.get().explanation();
        }
        return inner(mock, console);
    }

    /** What stands in mock's own files says more than its console, unless mock itself failed. */
    private Explanation inner(MockLogs mock, Optional<Explained> console) throws IOException {
        boolean better = console.isEmpty() || console.get().isUnclear();
        List<Explained> read = new ArrayList<>();
        for (Path file : better ? mock.inner() : List.<Path>of()) {
            read.add(one(file, "mock", exit));
        }
        Optional<Explained> best = read.stream()
                .filter(told -> !told.isUnclear())
                .findFirst()
                .or(() -> read.stream().filter(Explained::isTelling).findFirst());
        if (best.isPresent()) {
            Explanation told = best.get().explanation();
            return console.map(outer -> joined(outer.explanation(), told)).orElse(told);
        }
        if (console.isPresent()) {
            Explanation outer = console.get().explanation();
            boolean stopped =
                    outer.cause().map(cause -> cause.kind().equals("timeout")).orElse(false);
            return stopped ? stopped(mock, outer) : outer;
        }
        return one(mock.inner().getFirst(), "mock", exit).explanation();
    }

    /** What was running when mock's time limit came stands in its build.log. */
    private Explanation stopped(MockLogs mock, Explanation console) throws IOException {
        Explanation told =
                one(mock.inner().getFirst(), "mock", OptionalInt.of(STOPPED)).explanation();
        return joined(console, told);
    }

    private static Explanation joined(Explanation outer, Explanation inner) {
        return new Explanation(outer.tool(), inner.cause(), outer.lines(), inner.others(), inner.warnings());
    }

    private Explained one(Path log, String given, OptionalInt status) throws IOException {
        Told told;
        try (InputStream bytes = new BufferedInputStream(Files.newInputStream(log))) {
            told = LogScan.read(book, bytes);
        }
        return new Explained(
                new Judgement(book, told, given, status, inputs::confirm), String.valueOf(log.getFileName()), inputs);
    }

    /**
     * A log that was read.
     *
     * @param judgement what it tells
     * @param log the file's name
     * @param inputs what the tool ran on
     */
    private record Explained(Judgement judgement, String log, Inputs inputs) {
        boolean isUnclear() {
            return judgement.cause().map(cause -> !cause.certain()).orElse(true);
        }

        /** Tells whether it knows a likely cause, however uncertain. */
        boolean isTelling() {
            return judgement
                    .cause()
                    .filter(cause -> !cause.hit().rule().kind().equals(UNKNOWN))
                    .isPresent();
        }

        Explanation explanation() {
            List<Finding> warnings = judgement.warnings().stream()
                    .map(hit -> finding(hit, hit.rule().certain()))
                    .toList();
            if (!judgement.failed()) {
                return new Explanation(judgement.tool(), Optional.empty(), List.of(), List.of(), warnings);
            }
            Weighed cause = judgement.cause().orElseGet(() -> new Weighed(judgement.lastLine(), false));
            Finding finding = finding(cause.hit(), cause.certain());
            List<Finding> others = judgement.others(cause.hit()).stream()
                    .filter(hit -> !hit.rule().kind().equals(UNKNOWN))
                    .map(hit -> finding(hit, false))
                    .toList();
            List<Finding> only = warnings.stream()
                    .filter(one -> judgement.warnings().stream()
                            .anyMatch(hit ->
                                    hit.rule().warning() && hit.rule().name().equals(one.rule())))
                    .toList();
            return new Explanation(judgement.tool(), Optional.of(finding), finding.lines(), others, only);
        }

        private Finding finding(Hit hit, boolean certain) {
            return new Finding(
                    hit.cause(),
                    log,
                    hit.lines(),
                    certain,
                    hit.rule().kind(),
                    inputs.place(hit),
                    hit.fix(),
                    hit.rule().name());
        }
    }
}
