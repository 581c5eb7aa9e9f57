package dev.milliner.command;

import dev.milliner.build.run.BuildRequest;
import dev.milliner.build.run.BuildTarget;
import dev.milliner.distro.Distro;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Builds packages of components and shows the log as it is written. */
@Command(
        name = "component",
        description = "Builds the packages of components, those that others need first.",
        mixinStandardHelpOptions = true)
final class BuildComponentCommand implements Callable<Integer> {
    @Parameters(paramLabel = "NAME", arity = "1..*", description = "The components' names.")
    private List<String> names = new ArrayList<>();

    @Mixin
    private final TreeOptions options = new TreeOptions();

    @Mixin
    private final BuildOptions build = new BuildOptions();

    @Spec
    @SuppressWarnings("NullAway.Init")
    private CommandSpec spec;

    @Override
    public Integer call() throws IOException, InterruptedException {
        Distro distro = options.load();
        for (String name : names) {
            new SoundParts(distro).component(name);
        }
        List<String> wanted = names.stream().distinct().toList();
        BuildRequest request = build.request(distro, new BuildTarget.OfComponents(wanted));
        return build.run(request, options.json(), spec.commandLine());
    }
}
