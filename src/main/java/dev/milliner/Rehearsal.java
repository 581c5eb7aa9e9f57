package dev.milliner;

import dev.milliner.command.CommandLineEntry;
import dev.milliner.serve.ServeEntry;
import dev.milliner.workbench.shell.Workbench;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Locale;

/**
 * Does what users do, without a display and for nobody: while a build runs this, Java notes what a start needs and which
 * methods pay to be compiled first, and keeps it (JEP 483, 515). Changes nothing in the distro.
 */
public final class Rehearsal {
    private static final String[][] COMMAND_LINES = {
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

    /** What is rehearsed by itself, as Java keeps and loads all that it noted. */
    private enum Part {
        COMMANDS {
            @Override
            void play(String root) {
                for (String[] command : COMMAND_LINES) {
                    CommandLineEntry.run(in(root, command));
                }
                ServeEntry.rehearse(Path.of(root));
            }
        },
        WORKBENCH {
            @Override
            void play(String root) {
                Workbench.main(new String[] {Workbench.REHEARSE, root});
            }
        };

        abstract void play(String root);
    }

    /**
     * The process entry.
     *
     * @param arguments {@code commands} or {@code workbench}, and the root of a distro
     */
    public static void main(String[] arguments) {
        Part.valueOf(arguments[0].toUpperCase(Locale.ROOT)).play(arguments[1]);
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
