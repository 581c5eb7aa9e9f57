package dev.milliner.command;

import dev.milliner.build.Build;
import dev.milliner.build.BuildListener;
import dev.milliner.build.BuildRequest;
import dev.milliner.build.BuildResult;
import dev.milliner.build.DeadBuilds;
import dev.milliner.distro.Distro;
import dev.milliner.rpm.Level;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Builds an image and shows its log as it is written. */
@Command(name = "image", description = "Builds an image of the distro.", mixinStandardHelpOptions = true)
final class BuildImageCommand implements Callable<Integer> {
    @Parameters(paramLabel = "NAME", description = "The image's name.")
    @SuppressWarnings("NullAway.Init")
    private String name;

    @Mixin
    private final TreeOptions options = new TreeOptions();

    @Option(
            names = "--level",
            paramLabel = "LEVEL",
            defaultValue = "v3",
            description = "What to compile packages for: v1, v2, v3 or v4 (default: v3).")
    @SuppressWarnings("NullAway.Init")
    private String level;

    @Option(
            names = {"-o", "--output"},
            paramLabel = "OUT",
            description = "The folder that the artifacts go to.")
    private @Nullable Path output;

    @Option(
            names = "--yes",
            description = "Run commands that need root without asking; they are shown before they run.")
    private boolean yes;

    @Spec
    @SuppressWarnings("NullAway.Init")
    private CommandSpec spec;

    @Override
    public Integer call() throws IOException, InterruptedException {
        Distro distro = options.load();
        if (!distro.images().containsKey(name)) {
            throw new InputException("The distro has no image '" + name + "'; it has "
                    + String.join(", ", distro.images().keySet()) + ".");
        }
        Level wanted =
                Level.of(level).orElseThrow(() -> new InputException("The level is v1, v2, v3 or v4, not " + level));
        BuildRequest request = new BuildRequest(distro, name, wanted, Optional.ofNullable(output));
        PrintWriter out = spec.commandLine().getOut();
        BuildListener listener = options.json()
                ? new BuildJson(out, yes)
                : new BuildText(spec.commandLine().getErr(), out, yes);
        DeadBuilds.ofUser().sweep().forEach(swept -> spec.commandLine().getErr().println(swept.words()));
        Build build = Build.start(request, listener);
        // Ctrl-C ends the program with 130 by itself; the build is stopped and waited for before that.
        Thread stop = new Thread(() -> stop(build), "stop the build");
        Runtime.getRuntime().addShutdownHook(stop);
        BuildResult result = build.await();
        return switch (result.outcome()) {
            case SUCCEEDED -> CommandLineEntry.DONE;
            case FAILED -> CommandLineEntry.UNAVAILABLE;
            case STOPPED -> CommandLineEntry.INTERRUPTED;
        };
    }

    private static void stop(Build build) {
        if (build.result().isPresent()) {
            return;
        }
        build.stop();
        try {
            build.await();
        } catch (InterruptedException killed) {
            Thread.currentThread().interrupt();
        }
    }
}
