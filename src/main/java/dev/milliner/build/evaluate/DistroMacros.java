package dev.milliner.build.evaluate;

import dev.milliner.build.host.PackageArchitecture;
import dev.milliner.distro.Distro;
import dev.milliner.image.ImageRepositories;
import dev.milliner.rpm.InstalledPackage;
import dev.milliner.rpm.PackageFile;
import dev.milliner.rpm.PackagePayload;
import dev.milliner.rpm.PackagePayload.Content;
import dev.milliner.rpm.RepositorySource;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.NavigableMap;
import java.util.TreeMap;
import java.util.stream.Stream;

/**
 * The macros that rpm reads a distro's specs with. Those of the repositories that its packages are built with count where
 * these lie on this host: all that any package of theirs puts into rpm's folders, more than a build that installs a
 * few of them would see. Else they are this host's. rpm's own macros are always the host's, as they go with the program.
 *
 * @param packages which packages they are from, by full name; none where they are the host's
 * @param files the files by absolute path
 */
public record DistroMacros(List<String> packages, NavigableMap<String, Content> files) {
    /** This host's. */
    public static final DistroMacros OF_HOST = new DistroMacros(List.of(), Collections.emptyNavigableMap());

    private static final long MOST = 32L << 20;
    private static final int MOST_PACKAGES = 100_000;

    public DistroMacros {
        packages = List.copyOf(packages);
        files = Collections.unmodifiableNavigableMap(files);
    }

    /**
     * Finds those of a distro. Reads the headers of its local repositories' packages, so it may take seconds.
     *
     * @throws IOException when a repository on this host cannot be read
     */
    public static DistroMacros of(Distro distro) throws IOException {
        List<String> packages = new ArrayList<>();
        NavigableMap<String, Content> files = new TreeMap<>();
        for (RepositorySource source : ImageRepositories.ofBuilds(distro, PackageArchitecture.HOST)) {
            for (Path file : local(source)) {
                InstalledPackage one = PackageFile.read(file);
                if (one.files().stream().anyMatch(held -> isMacroFile(held.path()))) {
                    packages.add(one.nevra().toString());
                    long left = MOST
                            - files.values().stream().mapToLong(held -> held.bytes().length).sum();
                    files.putAll(PackagePayload.read(file, MacroFolder::isRead, left));
                }
            }
        }
        Collections.sort(packages);
        return packages.isEmpty() ? OF_HOST : new DistroMacros(packages, files);
    }

    /** Tells whether they are this host's. */
    public boolean areOfHost() {
        return packages.isEmpty();
    }

    /** Whose they are, in a few words. */
    public String words() {
        return switch (packages.size()) {
            case 0 -> "this host's macros";
            case 1 -> "the macros of " + packages.getFirst();
            default -> "the macros of " + packages.size() + " packages of the distro's repositories";
        };
    }

    /** Writes them below a home. */
    MacroFolder write(Path home) throws IOException {
        return areOfHost() ? MacroFolder.OF_HOST : MacroFolder.write(files, home);
    }

    private static boolean isMacroFile(String path) {
        return path.startsWith("/usr/lib/rpm/macros.d/")
                || path.startsWith("/etc/rpm/macros.")
                || path.matches("/usr/lib/rpm/[^/]+/macros");
    }

    private static List<Path> local(RepositorySource source) throws IOException {
        if (source.isRemote() || source.kind() != RepositorySource.Kind.BASE) {
            return List.of();
        }
        Path folder;
        try {
            folder = Path.of(source.uri().replaceFirst("^(dir|file):/*", "/"));
        } catch (InvalidPathException unfit) {
            return List.of();
        }
        if (!folder.isAbsolute() || !Files.isDirectory(folder.resolve("repodata"))) {
            return List.of();
        }
        try (Stream<Path> walk = Files.walk(folder)) {
            return walk.filter(file -> file.toString().endsWith(".rpm")
                            && !file.toString().endsWith("src.rpm")
                            && Files.isRegularFile(file))
                    .limit(MOST_PACKAGES)
                    .sorted()
                    .toList();
        }
    }
}
