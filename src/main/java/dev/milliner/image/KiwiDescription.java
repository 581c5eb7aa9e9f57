package dev.milliner.image;

import dev.milliner.distro.Problem;
import dev.milliner.distro.Severity;
import dev.milliner.source.SourceTree;
import dev.milliner.text.Place;
import java.io.IOException;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * What a KIWI description says, for one profile.
 *
 * @param name the image's name
 * @param version its version; empty where it has none
 * @param type its type, such as {@code oci} or {@code oem}
 * @param packages the names of the packages it asks for, in the order they stand, bootstrap and image packages alike
 * @param repositories the addresses of its repositories
 * @param uefi whether it starts by UEFI
 * @param fileSystems the kinds of file systems that its type has, such as {@code ext4}
 */
public record KiwiDescription(
        String name,
        String version,
        String type,
        Set<String> packages,
        List<String> repositories,
        boolean uefi,
        Set<String> fileSystems) {

    /**
     * Reads a description with what it includes.
     *
     * @param tree where it lies
     * @param path its path there
     * @param profile the profile that counts, with those it requires
     * @param architecture the build host's, such as {@code x86_64}
     * @throws IOException when it, or what it includes, cannot be read; the message says where
     */
    public static KiwiDescription read(SourceTree tree, String path, Optional<String> profile, String architecture)
            throws IOException {
        KiwiDocument document = KiwiDocument.read(tree, path);
        for (Problem problem : document.problems()) {
            if (problem.severity() == Severity.ERROR) {
                Place place = problem.place();
                throw new IOException(place.file() + ":" + place.range().line() + ": " + problem.message());
            }
        }
        KiwiSelection selection = new KiwiSelection(document, profile.stream().toList(), architecture);
        if (!selection.unknownProfiles().isEmpty()) {
            throw new IOException(path + ": it has no profile '"
                    + selection.unknownProfiles().iterator().next() + "' for " + architecture + ".");
        }
        Set<String> packages = new LinkedHashSet<>();
        for (Phase phase : Phase.values()) {
            selection.items(phase, KiwiItem.Kind.PACKAGE).forEach(item -> packages.add(item.name()));
        }
        return new KiwiDescription(
                document.name(),
                selection.version(),
                selection.type(),
                packages,
                selection.repositories().stream().map(KiwiRepository::source).toList(),
                selection.isUefi(),
                selection.buildType().map(KiwiBuildType::fileSystems).orElse(Set.of()));
    }

    /** Tells whether it takes packages from anywhere but a folder of this host. */
    public boolean hasRemoteRepository() {
        return repositories.stream().anyMatch(address -> !isFolder(address));
    }

    /** The repositories that are folders of this host, as paths. */
    public List<String> folders() {
        return repositories.stream()
                .filter(KiwiDescription::isFolder)
                .map(address -> address.replaceFirst("^(dir|file):/*", "/"))
                .toList();
    }

    /** Tells whether its type needs loop devices, and so root, to be built. */
    public boolean needsLoopDevice() {
        return new KiwiType(type).needsLoopDevice();
    }

    private static boolean isFolder(String address) {
        return address.startsWith("dir:") || address.startsWith("file:") || address.startsWith("/");
    }
}
