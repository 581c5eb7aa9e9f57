package dev.milliner.command;

import dev.milliner.ground.Release;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** The program; without a command it opens the workbench, which its entry does before it comes here. */
@Command(
        name = "milliner",
        description = "A workbench for Linux distros made of TOML definitions and overlays.",
        mixinStandardHelpOptions = true,
        version = "milliner " + Release.VERSION)
final class MillinerCommand implements Runnable {
    @Spec
    @SuppressWarnings("NullAway.Init")
    private CommandSpec spec;

    @Override
    public void run() {
        throw new ParameterException(spec.commandLine(), "Name a command, such as check, list, config or show.");
    }
}
