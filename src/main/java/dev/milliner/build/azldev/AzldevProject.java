package dev.milliner.build.azldev;

import dev.milliner.build.run.BuildFolder;
import dev.milliner.distro.Distro;
import dev.milliner.ground.HostTools;
import java.io.IOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * A copy of the distro's tree for azldev to build from: with what is unsaved, and so that nothing azldev writes lands in
 * the user's own tree.
 *
 * @param build the build's folder
 */
record AzldevProject(BuildFolder build) {
    /** What azldev and git write, which no build reads. */
    private static final Set<String> LEFT_OUT = Set.of(".git", "build", "out");

    Path folder() {
        return build.work().resolve("project");
    }

    /** Copies the tree. */
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

    /** azldev at work on this copy. */
    List<String> words() {
        return List.of(
                HostTools.find("azldev").map(Path::toString).orElse("azldev"), "-C", folder().toString(), "-v", "-y");
    }
}
