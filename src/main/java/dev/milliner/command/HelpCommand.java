package dev.milliner.command;

import dev.milliner.text.NearNames;
import java.util.List;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Says how a command is called. */
@Command(name = "help", description = "Says how a command is called.", mixinStandardHelpOptions = true)
final class HelpCommand implements Runnable {
    @Parameters(paramLabel = "COMMAND", arity = "0..*", description = "The command, such as build image; none for all.")
    private @Nullable List<String> names;

    @Spec
    @SuppressWarnings("NullAway.Init")
    private CommandSpec spec;

    @Override
    public void run() {
        CommandLine shown = spec.commandLine().getParent();
        for (String name : names == null ? List.<String>of() : names) {
            CommandLine below = shown.getSubcommands().get(name);
            if (below == null) {
                throw new ParameterException(
                        spec.commandLine(),
                        ("There is no command '" + name + "'. "
                                        + NearNames.question(
                                                shown.getSubcommands().keySet(), name))
                                .strip());
            }
            shown = below;
        }
        shown.usage(spec.commandLine().getOut());
    }
}
