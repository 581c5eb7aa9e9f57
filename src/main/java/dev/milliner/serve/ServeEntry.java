package dev.milliner.serve;

import dev.milliner.serve.lsp.LanguageServerProcess;
import dev.milliner.serve.lsp.LanguageServerRehearsal;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import picocli.CommandLine;

/** Starts what serves other programs over the standard streams of this process. */
public final class ServeEntry {
    private static final Set<String> SERVERS = Set.of("lsp", "mcp");

    private ServeEntry() {}

    /** Tells whether a command serves other programs. */
    public static boolean serves(String command) {
        return SERVERS.contains(command);
    }

    /**
     * Serves until the other side leaves.
     *
     * @param arguments the command line, the command first
     * @return the exit status
     */
    public static int run(String... arguments) throws InterruptedException {
        List<String> options = Arrays.asList(arguments).subList(1, arguments.length);
        return arguments[0].equals("lsp") && !options.contains("--help") && !options.contains("-h")
                ? languageServer()
                : new CommandLine(arguments[0].equals("lsp") ? new LspCommand() : new McpCommand())
                        .execute(options.toArray(String[]::new));
    }

    /**
     * Does what an editor has a language server do, for nobody.
     *
     * @param root the root of a distro, in which nothing is changed
     */
    public static void rehearse(Path root) {
        LanguageServerRehearsal.of(root);
    }

    /** Editors add options of their own, such as {@code --stdio}; none means anything here. */
    private static int languageServer() throws InterruptedException {
        StandardStreams streams = StandardStreams.taken();
        return LanguageServerProcess.serve(streams.in(), streams.out());
    }
}
