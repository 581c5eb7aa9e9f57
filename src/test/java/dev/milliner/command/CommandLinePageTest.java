package dev.milliner.command;

import dev.milliner.WrittenPage;
import java.io.IOException;
import org.junit.jupiter.api.Test;
import picocli.CommandLine;
import picocli.CommandLine.Help.Ansi;

/** The page of the command line is what the commands say of themselves. */
class CommandLinePageTest {
    private static final int WIDTH = 110;

    @Test
    void thePageIsWhatTheCommandsSay() throws IOException {
        CommandLine milliner = CommandLineEntry.line();
        StringBuilder page = new StringBuilder("""
                # The command line

                What each command takes, as it says itself by `milliner COMMAND --help`. Results go to standard output and all else to standard error; `--json` gives a result as JSON.
                The exit status is 0 where all is done, 1 where the answer is no or the input is at fault, 2 for wrong usage, 3 where a tool, a service or a display lacks, and 130 after Ctrl-C.
                """);
        milliner.getSubcommands().forEach((name, command) -> add(page, "milliner " + name, command));
        WrittenPage.hold("commands.md", page.toString());
    }

    private static void add(StringBuilder page, String name, CommandLine command) {
        command.setUsageHelpWidth(WIDTH);
        page.append("\n## ").append(name).append("\n\n```text\n");
        page.append(command.getUsageMessage(Ansi.OFF).stripTrailing()).append("\n```\n");
        command.getSubcommands().forEach((below, one) -> add(page, name + " " + below, one));
    }
}
