package dev.milliner.build.kiwi;

import dev.milliner.build.host.HostCheck;
import dev.milliner.build.host.PackageArchitecture;
import dev.milliner.build.host.Privileges;
import dev.milliner.build.rpm.ComponentChoice;
import dev.milliner.build.rpm.PackagePlan;
import dev.milliner.build.run.BuildFailed;
import dev.milliner.build.run.BuildFolder;
import dev.milliner.build.run.BuildRequest;
import dev.milliner.distro.Distro;
import dev.milliner.distro.Image;
import dev.milliner.ground.HostTools;
import dev.milliner.ground.ToolCommand;
import dev.milliner.ground.ToolEnvironment;
import dev.milliner.image.KiwiDescription;
import dev.milliner.image.KiwiType;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * What a build will do.
 *
 * @param packages the packages that are built for the image
 * @param description what the image's description says
 * @param descriptionFile where it is
 * @param profile the profile that counts
 */
public record BuildPlan(
        PackagePlan packages, KiwiDescription description, Path descriptionFile, Optional<String> profile) {
    public static BuildPlan of(BuildRequest request, BuildFolder folder) throws BuildFailed {
        if (request.architecture() == PackageArchitecture.LEVEL) {
            throw new BuildFailed(
                    "No image is made of packages of the architecture "
                            + PackageArchitecture.LEVEL.of(request.level())
                            + ": DNF refuses them, and KIWI has no way to tell it otherwise",
                    "leave out --arch-tag; packages of x86_64 are compiled for "
                            + request.level().label() + " all the same");
        }
        Distro distro = request.distro();
        Image image = distro.images().get(request.name());
        if (image == null) {
            throw new BuildFailed(
                    "The distro has no image '" + request.name() + "'",
                    "choose one of " + distro.images().keySet());
        }
        if (!image.type().orElse("").equals("kiwi")) {
            throw new BuildFailed(
                    "The image '" + image.name() + "' is not of the type kiwi, the only one that can be built", "");
        }
        Path file = Path.of(image.definitionPath()
                .orElseThrow(() -> new BuildFailed("The image '" + image.name() + "' has no definition path", "")));
        KiwiDescription description = read(distro, image, file);
        refuseOtherTypes(image, file, description.type());
        PackagePlan packages = new PackagePlan(folder, ComponentChoice.of(distro, description), request.containment());
        return new BuildPlan(packages, description, file, image.profile());
    }

    public BuildFolder folder() {
        return packages.folder();
    }

    private static void refuseOtherTypes(Image image, Path file, String type) throws BuildFailed {
        if (type.isEmpty()) {
            throw new BuildFailed(
                    "The description " + file + " has no <type> that counts"
                            + image.profile()
                                    .map(name -> " for the profile '" + name + "'")
                                    .orElse(""),
                    "name a profile that has one, or add one");
        }
        if (!new KiwiType(type).isBuilt()) {
            throw new BuildFailed(
                    "The image '" + image.name() + "' is of KIWI's type '" + type + "', which is not built here",
                    "give it one of " + KiwiType.builtOnes() + " in " + file + ", or build it with kiwi-ng itself");
        }
    }

    private static KiwiDescription read(Distro distro, Image image, Path file) throws BuildFailed {
        try {
            return KiwiDescription.read(distro.tree(), file.toString(), image.profile(), PackageArchitecture.HOST);
        } catch (IOException broken) {
            throw new BuildFailed("The description " + file + " is broken", broken);
        }
    }

    /** Tells whether KIWI must run as root here. */
    public boolean needsRoot() {
        return description.needsLoopDevice() || !HostCheck.userNamespaces();
    }

    /** Builds the image, contained in namespaces of its own. */
    public ToolCommand kiwi(Path script, List<String> prefix, boolean asRoot) {
        List<String> words = new ArrayList<>(List.of("PATH=" + HostTools.path()));
        words.addAll(kiwiWords());
        return contained(script, prefix, asRoot, words);
    }

    /**
     * Runs a command in namespaces of its own.
     *
     * @param command what {@code env} runs: variables and the program with its arguments
     */
    public ToolCommand contained(Path script, List<String> prefix, boolean asRoot, List<String> command) {
        List<String> words = new ArrayList<>(prefix);
        words.addAll(List.of(
                "sh",
                script.toString(),
                asRoot ? "root" : "user",
                folder().path().toString()));
        words.add(Privileges.owner());
        // sudo and pkexec give a clean environment, so it is set behind them.
        words.add("env");
        SortedMap<String, String> environment = new TreeMap<>(packages.environment());
        environment.putAll(KiwiSettings.environment(folder()));
        environment.forEach((name, value) -> words.add(name + "=" + value));
        words.addAll(command);
        // Whatever asks for the right to be root may do so in the user's session; KIWI itself needs the network alone.
        Map<String, String> outer = prefix.isEmpty() ? ToolEnvironment.ofNetwork() : ToolEnvironment.ofUser();
        return new ToolCommand(
                List.copyOf(words), ToolEnvironment.joined(outer, packages.environment()), folder().work(), true);
    }

    /** KIWI with what keeps it within the build's folder. */
    public List<String> kiwiOptions() {
        return List.of(
                HostTools.kiwi().map(Path::toString).orElse("kiwi-ng"),
                "--debug",
                "--logfile",
                folder().kiwiLog().toString(),
                "--shared-cache-dir",
                folder().cache().toString(),
                "--temp-dir",
                folder().temporary().toString());
    }

    private List<String> kiwiWords() {
        List<String> words = new ArrayList<>(kiwiOptions());
        words.addAll(List.of("--kiwi-file", String.valueOf(descriptionFile.getFileName())));
        profile.ifPresent(name -> words.addAll(List.of("--profile", name)));
        words.addAll(List.of("system", "build"));
        words.addAll(List.of("--description", folder().description().toString()));
        words.addAll(List.of("--target-dir", folder().target().toString()));
        if (ignoresRepositories()) {
            words.add("--ignore-repos");
        }
        if (!packages.components().isEmpty()) {
            words.addAll(List.of("--add-repo", "dir://" + folder().repository() + ",rpm-md,milliner,1"));
        }
        return words;
    }

    /** Tells whether the description's repositories only stand for the one that is made here. */
    public boolean ignoresRepositories() {
        return !description.hasRemoteRepository()
                && description.folders().stream().noneMatch(BuildPlan::exists);
    }

    private static boolean exists(String folder) {
        return Files.isDirectory(Path.of(folder));
    }
}
