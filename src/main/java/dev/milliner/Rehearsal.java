package dev.milliner;

import dev.milliner.command.CommandLineEntry;
import dev.milliner.serve.ServeEntry;
import dev.milliner.workbench.shell.Workbench;
import java.nio.file.Path;
import java.util.Arrays;

/**
 * Does what users do, without a display and for nobody: while a build runs this, Java notes what a start needs and which
 * methods pay to be compiled first, and keeps it (JEP 483, 515). Changes nothing in the distro.
 */
public final class Rehearsal {
    private static final String[][] COMMANDS = {
        {"--version"},
        {"list", "components"},
        {"list", "packages"},
        {"config"},
        {"check"},
        {"list", "images"},
        {"review", "--from", "HEAD"},
        {"history", "greet"},
    };

    private Rehearsal() {}

    /**
     * The process entry.
     *
     * @param arguments the root of a distro
     */
    public static void main(String[] arguments) {
        for (String[] command : COMMANDS) {
            CommandLineEntry.run(in(arguments[0], command));
        }
        ServeEntry.rehearse(Path.of(arguments[0]));
        Workbench.main(new String[] {Workbench.REHEARSE, arguments[0]});
    }

    private static String[] in(String root, String[] command) {
        if (command[0].startsWith("-")) {
            return command;
        }
        String[] whole = Arrays.copyOf(command, command.length + 2);
        whole[command.length] = "-C";
        whole[command.length + 1] = root;
        return whole;
    }
}
