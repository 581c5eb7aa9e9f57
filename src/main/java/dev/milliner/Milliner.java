package dev.milliner;

import dev.milliner.command.CommandLineEntry;
import dev.milliner.ground.ProgramLog;
import dev.milliner.serve.ServeEntry;
import dev.milliner.workbench.shell.Workbench;
import java.util.Arrays;

/** Starts Milliner: the workbench without arguments or with {@code open}, a server for editors or agents, otherwise one command. */
public final class Milliner {
    private Milliner() {}

    /**
     * The process entry.
     *
     * @param given the command line, without the program's name
     */
    public static void main(String[] given) throws InterruptedException {
        ProgramLog.choose();
        String[] arguments = CommandLineEntry.commandFirst(given);
        if (arguments.length == 0) {
            Workbench.main(arguments);
        } else if (arguments[0].equals("open") && !asksForHelp(arguments)) {
            Workbench.main(Arrays.copyOfRange(arguments, 1, arguments.length));
        } else if (ServeEntry.serves(arguments[0])) {
            System.exit(ServeEntry.run(arguments));
        } else {
            System.exit(CommandLineEntry.run(arguments));
        }
    }

    private static boolean asksForHelp(String[] arguments) {
        return Arrays.asList(arguments).contains("--help");
    }
}
