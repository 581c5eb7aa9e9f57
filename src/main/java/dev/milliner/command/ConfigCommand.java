package dev.milliner.command;

import dev.milliner.answer.JsonText;
import dev.milliner.distro.Distro;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** Prints the merged configuration, as JSON with or without being asked. */
@Command(name = "config", description = "Prints the merged configuration.", mixinStandardHelpOptions = true)
final class ConfigCommand implements Callable<Integer> {
    @Mixin
    private final TreeOptions options = new TreeOptions();

    @Spec
    @SuppressWarnings("NullAway.Init")
    private CommandSpec spec;

    @Override
    public Integer call() {
        Distro distro = options.load();
        spec.commandLine().getOut().println(JsonText.of(distro.configuration()));
        return TreeOptions.report(distro, spec.commandLine().getErr());
    }
}
