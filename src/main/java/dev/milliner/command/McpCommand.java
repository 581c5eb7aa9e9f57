package dev.milliner.command;

import picocli.CommandLine.Command;

/** Describes {@code mcp} in the list of commands; the program's entry starts the server itself, which has help of its own. */
@Command(
        name = "mcp",
        description = "Serves agents: an MCP server over this distro on the standard streams.",
        mixinStandardHelpOptions = true)
final class McpCommand implements Runnable {
    @Override
    public void run() {}
}
