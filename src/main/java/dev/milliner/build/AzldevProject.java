package dev.milliner.build;

import dev.milliner.distro.Distro;
import java.io.IOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * A copy of the distro's tree for azldev to build an image from: with what is unsaved, and so that nothing azldev writes
 * lands in the user's own tree.
 *
 * @param plan the build
 */
record AzldevProject(BuildPlan plan) {
    /** What azldev and git write, which no build reads. */
    private static final Set<String> LEFT_OUT = Set.of(".git", "build", "out");

    Path folder() {
        return plan.folder().work().resolve("project");
    }

    private Path programs() {
        return plan.folder().work().resolve("bin");
    }

    /** Copies the tree and writes what azldev is to find in place of sudo and KIWI. */
    void write(Distro distro) throws IOException {
        copy(distro.tree().root());
        for (String file : distro.files()) {
            Path target = folder().resolve(file).normalize();
            Optional<String> text = distro.tree().read(file);
            if (target.startsWith(folder()) && text.isPresent()) {
                Files.createDirectories(target.getParent());
                Files.writeString(target, text.get());
            }
        }
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
        Path place = folder().resolve(
                        distro.tree().relative(plan.descriptionFile().toString()))
                .normalize();
        if (!place.startsWith(folder())) {
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

    private void copy(Path root) throws IOException {
        Files.walkFileTree(root, new SimpleFileVisitor<>() {
            @Override
            public FileVisitResult preVisitDirectory(Path directory, BasicFileAttributes attributes)
                    throws IOException {
                boolean top = root.equals(directory.getParent());
                if (top && LEFT_OUT.contains(String.valueOf(directory.getFileName()))) {
                    return FileVisitResult.SKIP_SUBTREE;
                }
                Files.createDirectories(
                        folder().resolve(root.relativize(directory).toString()));
                return FileVisitResult.CONTINUE;
            }

            @Override
            public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) throws IOException {
                if (attributes.isRegularFile()) {
                    Files.copy(file, folder().resolve(root.relativize(file).toString()));
                }
                return FileVisitResult.CONTINUE;
            }
        });
    }

    private void program(String name, String line) throws IOException {
        Path file = programs().resolve(name);
        Files.writeString(file, "#!/bin/sh\n" + line + "\n");
        Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rwxr-xr-x"));
    }

    /** azldev with its arguments, to be run behind {@code env}. */
    List<String> words(String image) {
        List<String> words = new ArrayList<>(List.of(
                "AZLDEV_ALLOW_ROOT=1",
                "PATH=" + programs() + ":" + HostTools.path(),
                HostTools.find("azldev").map(Path::toString).orElse("azldev"),
                "-C",
                folder().toString(),
                "-v",
                "-y",
                "image",
                "build",
                image));
        if (!plan.packages().components().isEmpty()) {
            words.addAll(List.of("--local-repo", plan.folder().repository().toString()));
        }
        return words;
    }

    /** The folder that KIWI worked in, where it has left its result. */
    Path target() throws IOException {
        try (Stream<Path> files = Files.walk(folder(), 8)) {
            return files.filter(file -> file.endsWith("kiwi.result.json"))
                    .map(Path::getParent)
                    .findFirst()
                    .orElseThrow(() -> new IOException("azldev left no result of KIWI"));
        }
    }
}
