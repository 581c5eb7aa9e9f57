package dev.milliner.command;

import com.google.re2j.Pattern;
import com.google.re2j.PatternSyntaxException;
import dev.milliner.answer.JsonText;
import dev.milliner.build.boot.BootCheck;
import dev.milliner.build.boot.BootException;
import dev.milliner.build.boot.BootPlan;
import dev.milliner.build.boot.BootRequest;
import dev.milliner.build.boot.BootVerdict;
import dev.milliner.build.boot.ContainerStart;
import dev.milliner.build.boot.Containers;
import dev.milliner.ground.ShellWords;
import dev.milliner.rpm.Level;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Starts what was built. */
@Command(
        name = "boot",
        description =
                "Starts a built disk, or a container that machines boot, in QEMU with its serial console on this terminal"
                        + " (Ctrl-A X ends it), or opens a shell in a built container. The artifact is not changed.",
        mixinStandardHelpOptions = true)
final class BootCommand implements Callable<Integer> {
    @Parameters(paramLabel = "ARTIFACT", description = "A raw, qcow2 or fixed VHD disk, or an OCI or docker archive.")
    @SuppressWarnings("NullAway.Init")
    private Path artifact;

    @Option(names = "--cpu", paramLabel = "MODEL", description = "QEMU's name of a processor, such as Haswell.")
    private @Nullable String model;

    @Option(
            names = "--level",
            paramLabel = "LEVEL",
            completionCandidates = Offered.Levels.class,
            defaultValue = "v3",
            description = "A processor of this level: v1, v2, v3 or v4 (default: v3).")
    @SuppressWarnings("NullAway.Init")
    private String level;

    @Option(
            names = "--check",
            paramLabel = "MARKER",
            description = "Wait for a text on the console, or for what a pattern of RE2's syntax finds, and end then.")
    private @Nullable String marker;

    @Option(
            names = "--seconds",
            paramLabel = "N",
            converter = Numbers.Whole.class,
            defaultValue = "120",
            description = "How long the marker may take (default: 120).")
    private int seconds;

    @Option(
            names = "--machine",
            description = "Start a container that machines boot by the kernel in it. --check always does.")
    private boolean machine;

    @Option(names = "--network", description = "Let the guest reach the network.")
    private boolean network;

    @Option(names = "--json", description = "Print JSON.")
    private boolean json;

    @Spec
    @SuppressWarnings("NullAway.Init")
    private CommandSpec spec;

    @Override
    public Integer call() throws IOException, InterruptedException {
        checkOptions();
        Level wanted = Level.of(level)
                .orElseThrow(() -> new ParameterException(
                        spec.commandLine(), "The level is v1, v2, v3 or v4, not " + level + "."));
        try {
            return BootPlan.isDisk(artifact) ? disk(wanted) : container(wanted);
        } catch (BootException impossible) {
            throw Unreachable.told(impossible);
        }
    }

    private int disk(Level wanted) throws BootException, IOException, InterruptedException {
        return machine(BootPlan.of(request(wanted)), wanted);
    }

    private BootRequest request(Level wanted) {
        return new BootRequest(artifact, wanted, Optional.ofNullable(model), network);
    }

    private void checkOptions() {
        if (seconds < 1 || (json && marker == null)) {
            throw new ParameterException(
                    spec.commandLine(),
                    seconds < 1
                            ? "--seconds is 1 or more."
                            : "--json goes with --check; without it a person is asked.");
        }
    }

    private int machine(BootPlan plan, Level wanted) throws BootException, IOException, InterruptedException {
        show(plan.command());
        remark(plan, wanted);
        return marker == null ? attended(plan.command()) : check(plan, marker);
    }

    /** TCG has no AVX-512, whatever the model is called. */
    private void remark(BootPlan plan, Level wanted) {
        if (model == null && plan.processor().level().compareTo(wanted) < 0) {
            message("This processor is " + plan.processor().level().label() + " here, as "
                    + plan.accelerator().name() + " cannot do more.");
        }
    }

    private int container(Level wanted) throws BootException, IOException, InterruptedException {
        String format = Containers.formatOf(artifact)
                .orElseThrow(() -> new InputException(artifact
                        + " is neither a disk nor a container; raw, qcow2 and fixed VHD disks are started (unpack a"
                        + " compressed one first), and OCI and docker archives."));
        if (marker != null || machine) {
            message("Its layers are made one root, which nothing can write to…");
            try (ContainerStart start = ContainerStart.of(artifact)) {
                return machine(BootPlan.of(request(wanted), start), wanted);
            }
        }
        List<String> command = Containers.shell(artifact, format, network);
        show(command);
        return attended(command);
    }

    private int check(BootPlan plan, String text) throws BootException, InterruptedException {
        PrintWriter err = spec.commandLine().getErr();
        BootVerdict verdict = new BootCheck(plan, pattern(text), Duration.ofSeconds(seconds), new Echo(err)).run();
        if (json) {
            spec.commandLine().getOut().println(JsonText.of(BootJson.of(plan, verdict)));
        } else {
            spec.commandLine().getOut().println(verdict.reason());
        }
        return verdict.succeeded() ? CommandLineEntry.DONE : CommandLineEntry.AT_FAULT;
    }

    private Pattern pattern(String text) {
        try {
            return Pattern.compile(text);
        } catch (PatternSyntaxException plain) {
            return Pattern.compile(Pattern.quote(text));
        }
    }

    /** QEMU and podman set up the terminal themselves. */
    private static int attended(List<String> command) throws IOException, InterruptedException {
        Process process = new ProcessBuilder(command).inheritIO().start();
        Thread end = new Thread(process::destroy, "end the machine");
        Runtime.getRuntime().addShutdownHook(end);
        return process.waitFor() == 0 ? CommandLineEntry.DONE : CommandLineEntry.UNAVAILABLE;
    }

    private void show(List<String> command) {
        message("$ " + ShellWords.of(command));
    }

    private void message(String text) {
        spec.commandLine().getErr().println(text);
        spec.commandLine().getErr().flush();
    }
}
