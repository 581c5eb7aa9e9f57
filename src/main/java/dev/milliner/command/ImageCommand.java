package dev.milliner.command;

import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** Answers what an image would hold, before it is built. */
@Command(
        name = "image",
        description = "Says what an image would hold, and why.",
        mixinStandardHelpOptions = true,
        subcommands = {
            ImagePackagesCommand.class,
            ImageWhyCommand.class,
            ImageFilesCommand.class,
            ImageCompareCommand.class
        })
final class ImageCommand implements Runnable {
    @Spec
    @SuppressWarnings("NullAway.Init")
    private CommandSpec spec;

    @Override
    public void run() {
        throw new ParameterException(spec.commandLine(), "Say what to answer: image packages, why, files or compare.");
    }
}
