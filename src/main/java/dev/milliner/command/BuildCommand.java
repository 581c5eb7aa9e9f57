package dev.milliner.command;

import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** Builds what the distro defines. */
@Command(
        name = "build",
        description = "Builds an image or components with live logs.",
        mixinStandardHelpOptions = true,
        subcommands = {BuildImageCommand.class, BuildComponentCommand.class})
final class BuildCommand implements Runnable {
    @Spec
    @SuppressWarnings("NullAway.Init")
    private CommandSpec spec;

    @Override
    public void run() {
        throw new ParameterException(
                spec.commandLine(), "Say what to build: build image NAME or build component NAME.");
    }
}
