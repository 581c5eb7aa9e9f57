package dev.milliner.command;

import picocli.CommandLine.Command;

/** Describes {@code lsp} for help; the program's entry starts the server itself. */
@Command(
        name = "lsp",
        description =
                "Serves editors: a language server for the distro's TOML, KIWI and spec files on the standard streams.",
        mixinStandardHelpOptions = true)
final class LspCommand implements Runnable {
    @Override
    public void run() {}
}
