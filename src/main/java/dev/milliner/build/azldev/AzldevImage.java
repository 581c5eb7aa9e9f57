package dev.milliner.build.azldev;

import dev.milliner.build.kiwi.BuildPlan;
import dev.milliner.distro.Distro;
import dev.milliner.ground.HostTools;
import dev.milliner.ground.ShellWords;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/**
 * An image that azldev builds from a copy of the tree.
 *
 * @param plan the build
 */
public record AzldevImage(BuildPlan plan) {
    private AzldevProject project() {
        return new AzldevProject(plan.folder());
    }

    private Path programs() {
        return plan.folder().work().resolve("bin");
    }

    /** Copies the tree and writes what azldev is to find in place of sudo and KIWI. */
    public void write(Distro distro) throws IOException {
        project().write(distro);
        describe(distro);
        Files.createDirectories(programs());
        // The build is contained already and its user is root there, so sudo has nothing to do.
        program("sudo", "exec \"$@\"");
        program(
                "kiwi",
                "exec " + ShellWords.of(plan.kiwiOptions()) + " \"$@\""
                        + (plan.ignoresRepositories() ? " --ignore-repos" : ""));
    }

    /** The description may be unsaved too; the build has copied it as it counts. */
    private void describe(Distro distro) throws IOException {
        Path folder = project().folder();
        Path place = folder.resolve(
                        distro.tree().relative(plan.descriptionFile().toString()))
                .normalize();
        if (!place.startsWith(folder)) {
            return;
        }
        try (Stream<Path> files = Files.walk(plan.folder().description())) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                Path target = place.resolveSibling(
                        plan.folder().description().relativize(file).toString());
                Files.createDirectories(target.getParent());
                Files.copy(file, target, StandardCopyOption.REPLACE_EXISTING);
            }
        }
    }

    private void program(String name, String line) throws IOException {
        Path file = programs().resolve(name);
        Files.writeString(file, "#!/bin/sh\n" + line + "\n");
        Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rwxr-xr-x"));
    }

    /** azldev with its arguments, to be run behind {@code env}. */
    public List<String> words(String image) {
        List<String> words =
                new ArrayList<>(List.of("AZLDEV_ALLOW_ROOT=1", "PATH=" + programs() + ":" + HostTools.path()));
        words.addAll(project().words());
        words.addAll(List.of("image", "build", image));
        if (!plan.packages().components().isEmpty()) {
            words.addAll(List.of("--local-repo", plan.folder().repository().toString()));
        }
        return words;
    }

    /** The folder that KIWI worked in, where it has left its result. */
    public Path target() throws IOException {
        try (Stream<Path> files = Files.walk(project().folder(), 8)) {
            return files.filter(file -> file.endsWith("kiwi.result.json"))
                    .map(Path::getParent)
                    .findFirst()
                    .orElseThrow(() -> new IOException("azldev left no result of KIWI"));
        }
    }
}
