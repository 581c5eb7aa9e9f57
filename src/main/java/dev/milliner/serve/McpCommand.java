package dev.milliner.serve;

import dev.milliner.rpm.RepositoryMetadata;
import dev.milliner.rpm.RepositorySource;
import dev.milliner.serve.mcp.AgentServer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** Serves agents over a distro. */
@Command(
        name = "milliner mcp",
        description =
                "Serves agents: an MCP server over this distro on the standard streams. It reads, and changes nothing"
                        + " unless told so; each call is written to a log in your state folder.",
        mixinStandardHelpOptions = true)
final class McpCommand implements Callable<Integer> {
    private static final String ROOT_FILE = "azldev.toml";

    @Option(
            names = "-C",
            paramLabel = "DIR",
            description = "The distro's root (default: this folder or the nearest above with azldev.toml).")
    private @Nullable Path directory;

    @Option(
            names = "--repo",
            paramLabel = "ID=URI",
            description = "A repository to plan images with instead of the tree's own. May be repeated.")
    private List<String> repositories = new ArrayList<>();

    @Option(names = "--allow-edits", description = "Let agents change files of the tree.")
    private boolean edits;

    @Spec
    @SuppressWarnings("NullAway.Init")
    private CommandSpec spec;

    @Override
    public Integer call() throws InterruptedException {
        Path root = root();
        AgentServer.Served served = new AgentServer.Served(root, sources(), edits);
        StandardStreams streams = StandardStreams.taken();
        AgentServer.serve(served, streams.in(), streams.out());
        return 0;
    }

    private Path root() {
        Path here =
                (directory == null ? Path.of("") : directory).toAbsolutePath().normalize();
        for (Path folder = here; folder != null; folder = directory == null ? folder.getParent() : null) {
            if (Files.exists(folder.resolve(ROOT_FILE))) {
                return folder;
            }
        }
        throw new ParameterException(
                spec.commandLine(), "There is no azldev.toml in " + here + ". Name the distro's root with -C.");
    }

    private List<RepositorySource> sources() {
        List<RepositorySource> sources = new ArrayList<>();
        for (String one : repositories) {
            int equals = one.indexOf('=');
            if (equals <= 0) {
                throw new ParameterException(spec.commandLine(), "'--repo " + one + "' must be ID=URI.");
            }
            sources.add(RepositorySource.base(
                    one.substring(0, equals), one.substring(equals + 1), RepositoryMetadata.DEFAULT_PRIORITY));
        }
        return sources;
    }
}
