package dev.milliner.build.rpm;

import dev.milliner.build.host.Containment;
import dev.milliner.build.host.HostCheck;
import dev.milliner.build.host.HostFinding;
import dev.milliner.build.host.PackageArchitecture;
import dev.milliner.build.host.Preflight;
import dev.milliner.build.run.BuildFailed;
import dev.milliner.build.run.BuildRequest;
import dev.milliner.distro.Component;
import dev.milliner.ground.ToolCommand;
import dev.milliner.rpm.Level;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * Makes packages with this host's rpmbuild and compiler.
 *
 * @param plan what is built
 * @param level what it is compiled for
 * @param architecture which architecture the packages say they are for
 */
public record RpmbuildMaker(PackagePlan plan, Level level, PackageArchitecture architecture) implements PackageMaker {
    private static final int MOST_AT_ONCE = 4;

    /** What libraries and tools say when there is no network at all. */
    private static final Pattern NO_NETWORK = Pattern.compile("Temporary failure (in name resolution|resolving)"
            + "|[Cc]ould not resolve|Name or service not known|Network is unreachable|dial tcp: lookup");

    @Override
    public List<HostFinding> needs() {
        List<HostFinding> findings =
                new ArrayList<>(HostCheck.forComponents(plan.folder().path()));
        if (!plan.components().isEmpty()) {
            findings.add(plan.containment().finding());
        }
        if (architecture == PackageArchitecture.LEVEL) {
            findings.add(Preflight.knowsLevels(level));
        }
        return findings;
    }

    @Override
    public void prepare(BuildRequest request) throws IOException {
        for (Component component : plan.components()) {
            Files.createDirectories(plan.workOf(component.name()));
        }
    }

    @Override
    public int most() {
        return Math.min(MOST_AT_ONCE, Runtime.getRuntime().availableProcessors());
    }

    @Override
    public List<String> lines(String component, Set<String> before) {
        return List.of(command(component, before).shown());
    }

    @Override
    public ToolCommand command(String component, Set<String> before) {
        return plan.rpmbuild(component, architecture.of(level));
    }

    @Override
    public List<Path> logs(String component) {
        return List.of();
    }

    @Override
    public List<Path> made(String component) throws IOException {
        return PackageFiles.below(plan.workOf(component).resolve("RPMS"));
    }

    @Override
    public BuildFailed failure(String component, int status, Collection<String> last) {
        return new BuildFailed(
                "The packages of " + component + " cannot be built: "
                        + RpmbuildLine.cause(last, "rpmbuild ended with status " + status),
                missesNetwork(last)
                        ? "packages are made without the network; name what is fetched as a source, or say --network"
                        : "");
    }

    private boolean missesNetwork(Collection<String> last) {
        return plan.containment() == Containment.CLOSED
                && last.stream().anyMatch(line -> NO_NETWORK.matcher(line).find());
    }
}
