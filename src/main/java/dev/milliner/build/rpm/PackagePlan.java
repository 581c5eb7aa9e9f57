package dev.milliner.build.rpm;

import dev.milliner.build.host.PackageArchitecture;
import dev.milliner.build.run.BuildFolder;
import dev.milliner.distro.Component;
import dev.milliner.ground.HostTools;
import dev.milliner.ground.ToolCommand;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * The components whose packages a build makes, and the commands that make them.
 *
 * @param folder the build's folder
 * @param components the components
 * @param environment what every tool is told
 */
public record PackagePlan(BuildFolder folder, List<Component> components, Map<String, String> environment) {
    public PackagePlan {
        components = List.copyOf(components);
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
        return command("rpmbuild", words.toArray(new String[0]));
    }

    /** Prints what a component needs for its build, or with a query format what it makes. */
    ToolCommand rpmspec(String component, String... what) {
        String sources = folder.sources().resolve(component).toString();
        List<String> words = new ArrayList<>(List.of("-q", "--define", "_sourcedir " + sources));
        words.addAll(List.of(what));
        words.add(spec(component).toString());
        return command("rpmspec", words.toArray(new String[0]));
    }

    /** Makes a repository of the packages in a folder. */
    public ToolCommand createrepo(Path packages) {
        return command("createrepo_c", packages.toString());
    }

    private ToolCommand command(String program, String... arguments) {
        List<String> words = new ArrayList<>();
        words.add(HostTools.find(program).map(Path::toString).orElse(program));
        words.addAll(List.of(arguments));
        return ToolCommand.of(folder.work(), environment, words);
    }
}
