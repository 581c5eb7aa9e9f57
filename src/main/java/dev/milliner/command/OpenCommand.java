package dev.milliner.command;

import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** Describes {@code open} for help; the program's entry starts the workbench itself. */
@Command(name = "open", description = "Opens the workbench.", mixinStandardHelpOptions = true)
final class OpenCommand implements Runnable {
    @Parameters(arity = "0..1", paramLabel = "DIR", description = "The distro's root.")
    @Nullable
    Path root;

    @Override
    public void run() {}
}
