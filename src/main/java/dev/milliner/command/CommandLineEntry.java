package dev.milliner.command;

import dev.milliner.ground.Failures;
import dev.milliner.ground.Failures.Failure;
import dev.milliner.ground.FileTrouble;
import dev.milliner.ground.Traces;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import picocli.CommandLine;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;

/** Runs one command of the command line. */
public final class CommandLineEntry {
    /** Exit status: done. */
    public static final int DONE = 0;

    /** Exit status: the answer is no, or the input is at fault. */
    public static final int AT_FAULT = 1;

    /** Exit status: wrong usage. */
    public static final int WRONG_USAGE = 2;

    /** Exit status: a tool or service that is needed is missing or failed. */
    public static final int UNAVAILABLE = 3;

    /** Exit status: stopped by Ctrl-C. */
    public static final int INTERRUPTED = 130;

    private static final String VERBOSE = "--verbose";

    private CommandLineEntry() {}

    /**
     * Runs a command with results on standard output and all else on standard error.
     *
     * @param arguments the command line
     * @return the exit status
     */
    public static int run(String[] arguments) {
        ResultStream results = new ResultStream(new FileOutputStream(FileDescriptor.out));
        PrintWriter out = new PrintWriter(results, false, StandardCharsets.UTF_8);
        PrintWriter err = new PrintWriter(System.err, true, StandardCharsets.UTF_8);
        int status = run(out, err, arguments);
        out.flush();
        if (results.trouble().isPresent()) {
            err.println("milliner: The results can't be written: "
                    + results.trouble().get() + ".");
            return UNAVAILABLE;
        }
        return status;
    }

    /** What no command foresaw goes into the log with its trace; on the terminal it is a sentence. */
    private static int told(Exception failure, PrintWriter err, boolean verbose) {
        boolean foreseen = failure instanceof InputException
                || failure instanceof UnavailableException
                || !(failure instanceof RuntimeException);
        Failure told = new Failure("The command", failure);
        err.println("milliner: "
                + (foreseen ? FileTrouble.words(failure) : told.sentence() + " With --verbose it says where."));
        if (!foreseen) {
            Failures.report(told);
        }
        if (verbose) {
            Traces.of(failure).lines().forEach(err::println);
        }
        return failure instanceof InputException ? AT_FAULT : UNAVAILABLE;
    }

    /** A command line with the command first, as options that all commands take may stand before it. */
    public static String[] commandFirst(String... arguments) {
        return CommonOptions.behindTheCommand(arguments);
    }

    /**
     * What understands the words of a command line.
     *
     * @param arguments the words; without any, all commands are there
     */
    static CommandLine line(String... arguments) {
        CommandLine line = new CommandLine(new MillinerCommand());
        Subcommands.meantBy(arguments).forEach(line::addSubcommand);
        line.setCaseInsensitiveEnumValuesAllowed(true);
        takeDirectory(line);
        return line;
    }

    /** Commands that look at no tree take {@code -C} as the others do, so that it may stand in every command line. */
    private static void takeDirectory(CommandLine line) {
        CommandSpec command = line.getCommandSpec();
        boolean works = command.userObject() instanceof Callable
                || line.getSubcommands().isEmpty();
        if (works && command.findOption("-C") == null) {
            command.addOption(OptionSpec.builder("-C")
                    .paramLabel("DIR")
                    .type(Path.class)
                    .description("Taken as by every command; this one looks at no tree.")
                    .build());
        }
        if (works) {
            command.addOption(OptionSpec.builder(VERBOSE)
                    .description("Shows where in the program a failure arose.")
                    .build());
        }
        line.getSubcommands().values().forEach(CommandLineEntry::takeDirectory);
    }

    /**
     * Runs a command.
     *
     * @param out where results go
     * @param err where messages go
     * @param arguments the command line
     * @return the exit status
     */
    public static int run(PrintWriter out, PrintWriter err, String... arguments) {
        String[] words = commandFirst(arguments);
        CommandLine line = line(words);
        PrintWriter shown = new TerminalOutput(out);
        PrintWriter told = new TerminalOutput(err);
        line.setOut(shown);
        line.setErr(told);
        // Its own colours would be escaped like anybody's.
        line.setColorScheme(CommandLine.Help.defaultColorScheme(CommandLine.Help.Ansi.OFF));
        line.setExecutionExceptionHandler((failure, command, parsed) -> {
            return told(failure, command.getErr(), parsed.hasMatchedOption(VERBOSE));
        });
        int status = line.execute(words);
        shown.flush();
        told.flush();
        return status;
    }
}
