package dev.milliner.build.evaluate;

import dev.milliner.build.host.Containment;
import dev.milliner.build.run.BuildFolder;
import dev.milliner.build.run.Confinement;
import dev.milliner.build.run.PrivateHome;
import dev.milliner.ground.FileTrouble;
import dev.milliner.ground.HostTools;
import dev.milliner.ground.ToolCommand;
import dev.milliner.ground.ToolEnvironment;
import dev.milliner.ground.ToolResult;
import dev.milliner.ground.ToolRun;
import dev.milliner.overlay.SourceFile;
import dev.milliner.overlay.Sources;
import dev.milliner.rpm.Level;
import dev.milliner.upstream.PreparedFolder;
import java.io.IOException;
import java.nio.channels.ClosedByInterruptException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/**
 * Asks this host's rpmspec for a spec, in namespaces without network, with nothing of the host to write to and bounds to
 * time and memory. A spec runs what it likes while it is read, so this is for {@link ComponentEvaluator}, which knows
 * whether the tree is trusted.
 *
 * @param limits how much it may take
 * @param macros what rpm reads besides its own
 * @param distTag what stands behind releases
 */
record SpecEvaluator(EvaluationLimits limits, DistroMacros macros, String distTag) {
    private static final String SCRIPT = "evaluate.sh";

    /** How the names of its folders begin: whose they are shows, should this program be killed. */
    static final String FOLDER = "milliner-spec-" + ProcessHandle.current().pid() + "-";

    /**
     * Asks.
     *
     * @param spec the spec's file name
     * @param sources it and the files beside it
     * @throws EvaluationUnavailableException when rpm cannot be asked
     */
    SpecAnswer of(String spec, Sources sources) throws EvaluationUnavailableException, InterruptedException {
        Path rpmspec = HostTools.find("rpmspec")
                .orElseThrow(() -> new EvaluationUnavailableException(
                        "rpmspec is not on the PATH. Install rpm-build (on Debian: rpm)."));
        try {
            Path made = Files.createTempDirectory(FOLDER).toRealPath();
            BuildFolder folder = new BuildFolder(made);
            try {
                return ask(folder, rpmspec, spec, sources);
            } finally {
                folder.delete(made);
            }
        } catch (ClosedByInterruptException stopped) {
            throw new InterruptedException();
        } catch (IOException full) {
            throw new EvaluationUnavailableException(
                    "A folder for rpm cannot be used: " + FileTrouble.words(full) + ".", full);
        }
    }

    private SpecAnswer ask(BuildFolder folder, Path rpmspec, String spec, Sources sources)
            throws IOException, EvaluationUnavailableException, InterruptedException {
        PrivateHome home = new PrivateHome(folder);
        home.write(Level.V1, distTag);
        Path written = folder.home().resolve("sources");
        PreparedFolder.write(sources, written);
        BuildFolder.unpack("confine.sh", folder.confineScript());
        BuildFolder.unpack(SCRIPT, folder.home().resolve(SCRIPT));
        MacroFolder macroFolder = macros.write(folder.home());
        String mark = UUID.randomUUID().toString();
        List<String> words = new ArrayList<>(List.of(
                "sh",
                folder.home().resolve(SCRIPT).toString(),
                mark,
                rpmspec.toString(),
                written.resolve(spec).toString()));
        // With the first definition rpm reads its macros, so where to find them comes before.
        words.addAll(macroFolder.options());
        words.addAll(List.of("--define", "_sourcedir " + written, "--define", "_specdir " + written));
        Confinement confinement = Confinement.of(folder, Containment.CLOSED);
        Map<String, String> environment = ToolEnvironment.joined(home.environment(), macroFolder.environment());
        ToolResult result = new ToolRun(limits.patience(), Duration.ZERO, limits.output())
                .of(ToolCommand.of(
                        folder.work(),
                        environment,
                        confinement.inMemory(spec, size(sources) + limits.files(), limits.around(words))));
        return answer(result, mark, written, spec);
    }

    private static long size(Sources sources) {
        return sources.files().values().stream()
                .map(SourceFile::bytes)
                .mapToLong(bytes -> bytes.length)
                .sum();
    }

    private SpecAnswer answer(ToolResult result, String mark, Path written, String spec)
            throws EvaluationUnavailableException {
        return switch (result) {
            case ToolResult.Ended ended
            when !AnswerReader.hasStarted(mark, ended.output()) ->
                throw new EvaluationUnavailableException(
                        "rpm cannot be kept from this host, so it was not asked: " + first(ended.errors()));
            case ToolResult.Ended ended
            when ended.status() == 0 -> new SpecAnswer.Evaluated(AnswerReader.read(mark, ended.output()));
            case ToolResult.Ended ended ->
                RpmComplaint.of(ended.errors(), written.toString(), spec)
                        .<SpecAnswer>map(complaint -> complaint)
                        .orElseGet(() -> new SpecAnswer.None(
                                "rpm was ended while it read " + spec + ", as that takes more than it may."));
            case ToolResult.Late late ->
                new SpecAnswer.None("rpm did not read " + spec + " within "
                        + late.patience().toSeconds() + " s and was ended.");
            case ToolResult.TooMuch much ->
                new SpecAnswer.None("rpm printed more than " + (much.most() >> 20) + " MiB while it read " + spec
                        + " and was ended.");
            case ToolResult.Unstartable not ->
                throw new EvaluationUnavailableException("rpm cannot be asked: " + not.reason());
        };
    }

    private static String first(String text) {
        return text.strip().lines().findFirst().orElse("nothing is said of why");
    }
}
