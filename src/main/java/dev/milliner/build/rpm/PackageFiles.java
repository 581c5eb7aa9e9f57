package dev.milliner.build.rpm;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/** Finds packages among files. */
public final class PackageFiles {
    private PackageFiles() {}

    /** Those below a folder that can be installed, by name; none where it is not there. */
    public static List<Path> below(Path folder) throws IOException {
        if (!Files.isDirectory(folder)) {
            return List.of();
        }
        try (Stream<Path> files = Files.walk(folder)) {
            return files.filter(PackageFiles::isInstallable)
                    .sorted(Comparator.comparing(Path::getFileName))
                    .toList();
        }
    }

    private static boolean isInstallable(Path file) {
        String name = String.valueOf(file.getFileName());
        return name.endsWith(".rpm") && !name.endsWith(".src.rpm") && !name.endsWith(".nosrc.rpm");
    }
}
