package dev.milliner.build.evaluate;

import dev.milliner.build.host.PackageArchitecture;
import dev.milliner.distro.Distro;
import dev.milliner.ground.FileTrouble;
import dev.milliner.image.ImageRepositories;
import dev.milliner.rpm.InstalledPackage;
import dev.milliner.rpm.PackageFile;
import dev.milliner.rpm.PackagePayload;
import dev.milliner.rpm.PackagePayload.Content;
import dev.milliner.rpm.Repositories;
import dev.milliner.rpm.RepositoryPackages;
import dev.milliner.rpm.RepositorySource;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.TreeMap;

/**
 * The macros that rpm reads a distro's specs with. Those of the repositories that its packages are built with count
 * ({@code inputs.rpm-build} of its version): all that any package there puts into rpm's folders, which is more than a
 * build sees that installs a few of them. Where there is no such repository, or it cannot be read, they are this host's.
 * rpm's own macros are always the host's, as they go with the program.
 *
 * @param packages which packages they are from, by full name; none where they are the host's
 * @param files the files by absolute path
 * @param why why they are the host's though the distro names repositories, or empty
 */
public record DistroMacros(List<String> packages, NavigableMap<String, Content> files, Optional<String> why) {
    private static final String USE = "macros";
    private static final long MOST = 32L << 20;

    public DistroMacros {
        packages = List.copyOf(packages);
        files = Collections.unmodifiableNavigableMap(files);
    }

    /** Finds those of a distro. The first time it may fetch file lists and some packages. */
    public static DistroMacros of(Distro distro) {
        return of(distro, new Repositories(), RepositoryPackages.ofUser());
    }

    /** The same through other caches. */
    static DistroMacros of(Distro distro, Repositories repositories, RepositoryPackages fetching) {
        try {
            List<RepositorySource> sources = ImageRepositories.ofBuilds(distro, PackageArchitecture.HOST);
            NavigableMap<String, InstalledPackage> newest = new TreeMap<>();
            NavigableMap<String, Path> packages = new TreeMap<>();
            for (RepositorySource source : sources) {
                for (Path file : fetching.holding(source, repositories.get(source), USE, MacroFolder::isMacroFile)) {
                    InstalledPackage one = PackageFile.read(file);
                    InstalledPackage other = newest.get(one.name());
                    if (other == null
                            || other.nevra().version().compareTo(one.nevra().version()) < 0) {
                        newest.put(one.name(), one);
                        packages.put(one.name(), file);
                    }
                }
            }
            List<String> names = new ArrayList<>();
            newest.values().forEach(one -> names.add(one.nevra().toString()));
            Optional<String> why = sources.isEmpty() || !names.isEmpty()
                    ? Optional.empty()
                    : Optional.of("no package in the file lists of its repositories brings any");
            return new DistroMacros(names, contents(packages.values()), why);
        } catch (IOException unusable) {
            return new DistroMacros(List.of(), new TreeMap<>(), Optional.of(FileTrouble.words(unusable)));
        }
    }

    private static NavigableMap<String, Content> contents(Iterable<Path> packages) throws IOException {
        NavigableMap<String, Content> files = new TreeMap<>();
        long left = MOST;
        for (Path file : packages) {
            NavigableMap<String, Content> found = PackagePayload.read(file, MacroFolder::isRead, left);
            left -= found.values().stream().mapToLong(one -> one.bytes().length).sum();
            files.putAll(found);
        }
        return files;
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
}
