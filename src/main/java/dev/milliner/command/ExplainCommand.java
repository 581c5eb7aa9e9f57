package dev.milliner.command;

import dev.milliner.answer.ExplanationJson;
import dev.milliner.answer.JsonText;
import dev.milliner.build.explain.Explainer;
import dev.milliner.build.explain.Explanation;
import dev.milliner.ground.FileTrouble;
import java.io.IOException;
import java.io.InputStream;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Says why a build failed, from its log. */
@Command(
        name = "explain",
        description = "Says why a build failed: the cause, the log's lines where it stands, and what to do.",
        mixinStandardHelpOptions = true)
final class ExplainCommand implements Callable<Integer> {
    private static final int LOOKED_AT = 8192;

    /** A log may hold a zero byte by accident; of what is no text it is one in some hundreds at least. */
    private static final int MOST_ODD = 1000;

    @Parameters(
            paramLabel = "LOG",
            description = "The log. Of mock: what it printed, with the folder of its build.log and root.log beside it"
                    + " under the same name; or one of these two.")
    @SuppressWarnings("NullAway.Init")
    private Path log;

    @Option(
            names = "--tool",
            paramLabel = "TOOL",
            completionCandidates = Offered.Tools.class,
            description = "The tool that wrote it, such as rpmbuild or kiwi-ng; told from the log where absent.")
    private @Nullable String tool;

    @Option(
            names = "--exit",
            paramLabel = "N",
            converter = Numbers.Whole.class,
            description = "The tool's exit status; told from the log where absent.")
    private @Nullable Integer exit;

    @Option(
            names = "--inputs",
            paramLabel = "DIR",
            description = "What the tool ran on, to name the file and line at fault.")
    private @Nullable Path inputs;

    @Option(names = "--json", description = "Print JSON.")
    private boolean json;

    @Spec
    @SuppressWarnings("NullAway.Init")
    private CommandSpec spec;

    @Override
    public Integer call() {
        check();
        Explanation explanation;
        try {
            OptionalInt status = exit == null ? OptionalInt.empty() : OptionalInt.of(exit);
            explanation = new Explainer(Optional.ofNullable(tool), status, Optional.ofNullable(inputs)).explain(log);
        } catch (IOException unreadable) {
            throw new InputException(FileTrouble.words(log, "cannot be read", unreadable));
        }
        PrintWriter out = spec.commandLine().getOut();
        if (json) {
            out.println(JsonText.of(ExplanationJson.of(explanation)));
        } else {
            ExplanationText.print(explanation, log, out);
        }
        return CommandLineEntry.DONE;
    }

    private void check() {
        if (!Files.isReadable(log)) {
            throw new InputException(
                    "There is no log " + log + " that can be read; name the file that the build wrote.");
        }
        demandText();
        if (inputs != null && !Files.isDirectory(inputs)) {
            throw new InputException("There is no folder " + inputs + "; --inputs names the folder of what was built.");
        }
        if (tool != null && !Explainer.knows(tool)) {
            throw new InputException(
                    "The tool is one of " + String.join(", ", Explainer.tools()) + ", not " + tool + ".");
        }
    }

    /** What is empty or no text tells nothing, which is not to say that nothing failed. */
    private void demandText() {
        if (!Files.isRegularFile(log)) {
            return;
        }
        byte[] start;
        try (InputStream bytes = Files.newInputStream(log)) {
            start = bytes.readNBytes(LOOKED_AT);
        } catch (IOException unreadable) {
            throw new InputException(FileTrouble.words(log, "cannot be read", unreadable));
        }
        // How the tool ended may tell something all the same.
        if (start.length == 0 && exit == null) {
            throw new InputException("The log " + log + " is empty, so it tells nothing.");
        }
        int odd = 0;
        for (byte one : start) {
            odd += one == 0 ? 1 : 0;
        }
        if (odd > start.length / MOST_ODD) {
            throw new InputException(log + " is no text; name the log that the build wrote.");
        }
    }
}
