package dev.milliner.serve;

import picocli.CommandLine.Command;

/** Describes the language server for help. */
@Command(
        name = "milliner lsp",
        description =
                "Serves editors: a language server for the distro's TOML, KIWI and spec files on the standard streams."
                        + " The editor says which folders are open. See docs/editors.md.",
        mixinStandardHelpOptions = true)
final class LspCommand implements Runnable {
    @Override
    public void run() {}
}
