package dev.milliner.command;

import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** Prints the manual page, which packages install. */
@Command(
        name = "manual",
        description = "Prints the manual page of all commands, for man.",
        footer = {"", "Read it:  milliner manual | man -l -"},
        mixinStandardHelpOptions = true)
final class ManualCommand implements Runnable {
    @Spec
    @SuppressWarnings("NullAway.Init")
    private CommandSpec spec;

    @Override
    public void run() {
        spec.commandLine().getOut().print(new ManualPage(spec.commandLine().getParent()).text());
    }
}
