package dev.milliner.command;

import picocli.AutoComplete;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Prints what a shell needs to complete command lines. */
@Command(
        name = "completion",
        description = "Prints a script that lets a shell complete commands and options.",
        footer = {
            "",
            "bash:  source <(milliner completion bash)",
            "zsh:   source <(milliner completion zsh)",
            "fish:  milliner completion fish | source"
        },
        mixinStandardHelpOptions = true)
final class CompletionCommand implements Runnable {
    /** The shells that are known, as users name them. */
    enum Shell {
        /** GNU's. */
        bash,
        /** Takes bash's completions. */
        zsh,
        /** Has completions of its own. */
        fish
    }

    @Parameters(paramLabel = "SHELL", description = "One of ${COMPLETION-CANDIDATES}.")
    @SuppressWarnings("NullAway.Init")
    private Shell shell;

    @Spec
    @SuppressWarnings("NullAway.Init")
    private CommandSpec spec;

    @Override
    public void run() {
        CommandLine program = spec.commandLine().getParent();
        String name = program.getCommandName();
        spec.commandLine()
                .getOut()
                .print(
                        switch (shell) {
                            case bash -> AutoComplete.bash(name, program);
                            case zsh ->
                                "autoload -Uz compinit bashcompinit && compinit && bashcompinit\n"
                                        + AutoComplete.bash(name, program);
                            case fish -> new FishCompletion(name).of(program);
                        });
    }
}
