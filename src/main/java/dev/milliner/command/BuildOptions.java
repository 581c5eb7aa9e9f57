package dev.milliner.command;

import dev.milliner.answer.JsonText;
import dev.milliner.build.Build;
import dev.milliner.build.BuildCommands;
import dev.milliner.build.BuildFaults;
import dev.milliner.build.DeadBuilds;
import dev.milliner.build.history.BuildStore;
import dev.milliner.build.host.Containment;
import dev.milliner.build.host.EngineKind;
import dev.milliner.build.host.PackageArchitecture;
import dev.milliner.build.run.BuildListener;
import dev.milliner.build.run.BuildRequest;
import dev.milliner.build.run.BuildResult;
import dev.milliner.build.run.BuildTarget;
import dev.milliner.distro.Distro;
import dev.milliner.ground.FileTrouble;
import dev.milliner.rpm.Level;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;

/** What all builds take, and running one to its end. */
final class BuildOptions {
    @Option(
            names = "--level",
            paramLabel = "LEVEL",
            completionCandidates = Offered.Levels.class,
            defaultValue = "v3",
            description = "What to compile packages for: v1, v2, v3 or v4 (default: v3).")
    @SuppressWarnings("NullAway.Init")
    private String level;

    @Option(
            names = "--engine",
            paramLabel = "ENGINE",
            completionCandidates = Offered.Engines.class,
            defaultValue = "local",
            description = "Who builds: local (rpmbuild and KIWI), mock or azldev (default: local).")
    @SuppressWarnings("NullAway.Init")
    private String engine;

    @Option(
            names = "--arch-tag",
            description = "Packages say the level as their architecture, such as x86_64_v3, in place of x86_64. Of"
                    + " components only, and where rpm is 4.19 or later.")
    private boolean archTag;

    @Option(
            names = {"-o", "--output"},
            paramLabel = "OUT",
            description = "The folder that the artifacts go to.")
    private @Nullable Path output;

    @Option(
            names = "--yes",
            description = "Run commands that need root without asking; they are shown before they run.")
    private boolean yes;

    @Option(
            names = "--network",
            description = "Let what specs run reach the network. With mock its own configuration says whether it may.")
    private boolean network;

    @Option(
            names = "--uncontained",
            description = "Let what specs run do whatever you may: write anywhere, read your files, use the network and"
                    + " go on after the build. For hosts that refuse namespaces.")
    private boolean uncontained;

    @Option(names = "--dry-run", description = "Only print the exact commands, in order; nothing is run or written.")
    private boolean dry;

    @Spec(Spec.Target.MIXEE)
    @SuppressWarnings("NullAway.Init")
    private CommandSpec mixee;

    /**
     * What is to be built.
     *
     * @throws InputException where an option is wrong, or the tree has errors in what the build needs
     */
    BuildRequest request(Distro distro, BuildTarget target) {
        new SoundParts(distro).demand(target.name(), BuildFaults.of(distro, target));
        Level wanted = Level.of(level).orElseThrow(() -> wrong("The level is v1, v2, v3 or v4, not " + level + "."));
        EngineKind kind = EngineKind.of(engine)
                .orElseThrow(() -> wrong("The engine is one of " + EngineKind.words() + ", not " + engine + "."));
        return new BuildRequest(distro, target, wanted, Optional.ofNullable(output), kind)
                .of(archTag ? PackageArchitecture.LEVEL : PackageArchitecture.BASE)
                .of(containment(kind));
    }

    private ParameterException wrong(String message) {
        return new ParameterException(mixee.commandLine(), message);
    }

    private Containment containment(EngineKind kind) {
        if (network && kind == EngineKind.MOCK) {
            throw new InputException(
                    "mock says itself whether a build may use the network. Leave out --network, and set"
                            + " config_opts['rpmbuild_networking'] in mock's configuration.");
        }
        if (uncontained) {
            return Containment.NONE;
        }
        return network ? Containment.WITH_NETWORK : Containment.CLOSED;
    }

    /** Runs a build to its end; gives the exit status. */
    int run(BuildRequest request, boolean json, CommandLine line) throws IOException, InterruptedException {
        PrintWriter out = line.getOut();
        if (dry) {
            return show(request, json, out);
        }
        if (output != null) {
            OutputFolder.demand(output);
        }
        BuildListener listener = json ? new BuildJson(out, yes) : new BuildText(line.getErr(), out, yes);
        DeadBuilds.ofUser().sweep().forEach(swept -> line.getErr().println(swept.words()));
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

    private static int show(BuildRequest request, boolean json, PrintWriter out) {
        List<String> commands;
        try {
            commands = BuildCommands.of(request, BuildStore.ofUser());
        } catch (IOException impossible) {
            throw new UnavailableException(FileTrouble.words(impossible));
        }
        if (json) {
            ArrayNode array = JsonNodeFactory.instance.arrayNode();
            commands.forEach(array::add);
            out.println(JsonText.of(array));
        } else {
            commands.forEach(out::println);
        }
        return CommandLineEntry.DONE;
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
