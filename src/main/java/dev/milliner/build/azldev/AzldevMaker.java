package dev.milliner.build.azldev;

import dev.milliner.build.host.Doctor;
import dev.milliner.build.host.HostFinding;
import dev.milliner.build.host.MockCheck;
import dev.milliner.build.host.Privileges;
import dev.milliner.build.mock.MockMaker;
import dev.milliner.build.mock.MockRoot;
import dev.milliner.build.mock.MockStatus;
import dev.milliner.build.rpm.PackageFiles;
import dev.milliner.build.rpm.PackageMaker;
import dev.milliner.build.rpm.PackagePlan;
import dev.milliner.build.run.BuildFailed;
import dev.milliner.build.run.BuildFolder;
import dev.milliner.build.run.BuildRequest;
import dev.milliner.ground.ShellWords;
import dev.milliner.ground.ToolCommand;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Makes packages with {@code azldev component build}, which prepares the sources itself and runs mock. Packages made
 * earlier are served to later components by azldev's local repository.
 *
 * @param plan what is built
 * @param root where mock builds
 */
public record AzldevMaker(PackagePlan plan, MockRoot root) implements PackageMaker {
    @Override
    public List<HostFinding> needs() {
        List<HostFinding> findings =
                new ArrayList<>(MockCheck.of(root.config(), plan.folder().path()));
        findings.addAll(plan.needsOfOrder());
        findings.add(Doctor.azldev());
        findings.add(MockCheck.program("git", "fetches what azldev builds from", "git"));
        return findings;
    }

    @Override
    public void prepare(BuildRequest request) throws IOException {
        BuildFolder.unpack("leash.py", plan.folder().leash());
        Files.writeString(plan.folder().mockMacros(), MockMaker.macros(request.level()));
        Files.createDirectories(published());
        project().write(request.distro());
    }

    private AzldevProject project() {
        return new AzldevProject(plan.folder());
    }

    /** azldev copies what it has built here, and lets mock install from here. */
    private Path published() {
        return plan.folder().work().resolve("published");
    }

    /** All components use one local repository, which azldev writes anew after each. */
    @Override
    public int most() {
        return 1;
    }

    @Override
    public List<String> lines(String component, Set<String> before) {
        List<String> words = new ArrayList<>(List.of("env"));
        if (Privileges.isRoot()) {
            words.add("AZLDEV_ALLOW_ROOT=1");
        }
        words.addAll(project().words());
        words.addAll(List.of(
                "component",
                "build",
                component,
                // The copy has no history; its locks may be older than what is unsaved in it.
                "--without-git",
                "--skip-lock-validation",
                "--local-repo-with-publish",
                published().toString(),
                "--mock-config-opt",
                "unique-ext=" + root.extension(component),
                "--mock-config-opt",
                "macrofile=" + plan.folder().mockMacros()));
        return List.of(ShellWords.of(words));
    }

    @Override
    public Optional<String> last(String component) {
        return Optional.of(root.scrub(component));
    }

    @Override
    public ToolCommand command(String component, Set<String> before) {
        return root.leashed(component, lines(component, before), project().folder());
    }

    @Override
    public List<Path> logs(String component) {
        return List.of();
    }

    /** What earlier components made lies there too, but has been taken already. */
    @Override
    public List<Path> made(String component) throws IOException {
        Set<Path> taken = PackageFiles.below(plan.folder().repository()).stream()
                .map(Path::getFileName)
                .collect(Collectors.toSet());
        return PackageFiles.below(published()).stream()
                .filter(file -> !taken.contains(file.getFileName()))
                .toList();
    }

    /** Later components need it where azldev has put it. */
    @Override
    public void take(Path made, Path target) throws IOException {
        Files.copy(made, target);
    }

    @Override
    public BuildFailed failure(String component, int status, Collection<String> last) {
        return new BuildFailed(
                "azldev cannot build " + component + ": "
                        + MockStatus.cause(last).orElse("it ended with status " + status),
                "");
    }
}
