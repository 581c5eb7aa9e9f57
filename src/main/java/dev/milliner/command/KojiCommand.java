package dev.milliner.command;

import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** Builds on a farm. */
@Command(
        name = "koji",
        description = "Builds on a farm, through Koji's own client and your profiles.",
        mixinStandardHelpOptions = true,
        subcommands = {
            KojiBuildCommand.class,
            KojiImageCommand.class,
            KojiWatchCommand.class,
            KojiDownloadCommand.class,
            KojiCancelCommand.class,
            KojiTargetsCommand.class
        })
final class KojiCommand implements Runnable {
    @Spec
    @SuppressWarnings("NullAway.Init")
    private CommandSpec spec;

    @Override
    public void run() {
        throw new ParameterException(
                spec.commandLine(), "Say what to do: koji build, image, watch, download, cancel or targets.");
    }
}
