package dev.milliner.command;

import dev.milliner.build.run.BuildTarget;
import dev.milliner.distro.Distro;
import java.io.IOException;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
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

    @Mixin
    private final BuildOptions build = new BuildOptions();

    @Spec
    @SuppressWarnings("NullAway.Init")
    private CommandSpec spec;

    @Override
    public Integer call() throws IOException, InterruptedException {
        Distro distro = options.load();
        new SoundParts(distro).image(name);
        return build.run(build.request(distro, new BuildTarget.OfImage(name)), options.json(), spec.commandLine());
    }
}
