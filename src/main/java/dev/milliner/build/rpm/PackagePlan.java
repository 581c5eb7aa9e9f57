package dev.milliner.build.rpm;

import dev.milliner.build.host.Containment;
import dev.milliner.build.host.HostFinding;
import dev.milliner.build.host.PackageArchitecture;
import dev.milliner.build.run.BuildFolder;
import dev.milliner.build.run.Confinement;
import dev.milliner.build.run.PrivateHome;
import dev.milliner.distro.Component;
import dev.milliner.ground.HostTools;
import dev.milliner.ground.ToolCommand;
import dev.milliner.ground.ToolEnvironment;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * The components whose packages a build makes, and the commands that make them.
 *
 * @param folder the build's folder
 * @param components the components
 * @param containment how far what their specs run is kept from the host
 */
public record PackagePlan(BuildFolder folder, List<Component> components, Containment containment) {
    public PackagePlan {
        components = List.copyOf(components);
    }

    /** What every tool is told. */
    public Map<String, String> environment() {
        return new PrivateHome(folder).environment();
    }

    /** Writes what keeps specs from the host. */
    void prepare() throws IOException {
        BuildFolder.unpack("confine.sh", folder.confineScript());
    }

    /** What it takes of the host to ask the specs for the order of builds. */
    public List<HostFinding> needsOfOrder() {
        return components.size() > 1 ? List.of(containment.finding()) : List.of();
    }

    public Path spec(String component) {
        return folder.sources().resolve(component).resolve(component + ".spec");
    }

    /** Where rpmbuild works for one component; builds of several at once must not meet. */
    Path workOf(String component) {
        return folder.rpmbuild().resolve(component);
    }

    /** Builds the packages of one component for an architecture of rpm's. */
    ToolCommand rpmbuild(String component, String architecture) {
        Path sources = folder.sources().resolve(component);
        // The host's rpm database knows nothing of what a Debian host has installed.
        List<String> words = new ArrayList<>(List.of("--nodeps"));
        if (!architecture.equals(PackageArchitecture.HOST)) {
            words.addAll(List.of("--target", architecture));
        }
        for (String macro : List.of("_topdir " + workOf(component), "_sourcedir " + sources, "_specdir " + sources)) {
            words.addAll(List.of("--define", macro));
        }
        words.addAll(List.of("-bb", spec(component).toString()));
        return confined(component, List.of(workOf(component), sources), command("rpmbuild", words));
    }

    /** Prints what a component needs for its build, or with a query format what it makes. */
    ToolCommand rpmspec(String component, String... what) {
        Path sources = folder.sources().resolve(component);
        List<String> words = new ArrayList<>(List.of("-q", "--define", "_sourcedir " + sources));
        words.addAll(List.of(what));
        words.add(spec(component).toString());
        return confined(component, List.of(sources), command("rpmspec", words));
    }

    /** Makes a repository of the packages in a folder. */
    public ToolCommand createrepo(Path packages) {
        return command("createrepo_c", List.of(packages.toString()));
    }

    /** A spec may run anything, already when it is read. */
    private ToolCommand confined(String component, List<Path> writable, ToolCommand command) {
        Confinement confinement = Confinement.of(folder, containment);
        return ToolCommand.of(
                folder.work(),
                ToolEnvironment.joined(environment(), confinement.environment()),
                confinement.around(component, writable, command.words()));
    }

    private ToolCommand command(String program, List<String> arguments) {
        List<String> words = new ArrayList<>();
        words.add(HostTools.find(program).map(Path::toString).orElse(program));
        words.addAll(arguments);
        return ToolCommand.of(folder.work(), environment(), words);
    }
}
