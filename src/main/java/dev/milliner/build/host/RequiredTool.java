package dev.milliner.build.host;

import dev.milliner.image.KiwiType;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * A program that a build runs.
 *
 * @param programs its names; one of them will do
 * @param purpose what it is for
 * @param debian the package that brings it on Debian
 * @param fedora the package that brings it on Fedora
 */
record RequiredTool(List<String> programs, String purpose, String debian, String fedora) {
    private static final List<RequiredTool> PACKAGES = List.of(
            of("rpmbuild", "builds packages", "rpm", "rpm-build"),
            of("createrepo_c", "makes a repository of them", "createrepo-c", "createrepo_c"),
            of("patch", "applies the patches of packages", "patch", "patch"),
            of("make", "builds packages", "make", "make"),
            of("file", "looks into files of packages", "file", "file"),
            of("unshare", "keeps the build apart from the host", "util-linux", "util-linux"));

    private static final List<RequiredTool> ALWAYS = List.of(
            new RequiredTool(List.of("dnf", "dnf5", "dnf-3"), "installs packages into the image", "dnf", "dnf"),
            of("rsync", "copies trees", "rsync", "rsync"),
            of("xz", "compresses", "xz-utils", "xz"));

    private static final List<RequiredTool> CONTAINER = List.of(
            // Fedora has no umoci; KIWI takes either.
            new RequiredTool(List.of("umoci", "buildah"), "makes containers", "umoci", "buildah"),
            of("skopeo", "copies containers", "skopeo", "skopeo"));

    private static final List<RequiredTool> DISK = List.of(
            of("parted", "partitions disks", "parted", "parted"),
            of("sgdisk", "partitions disks", "gdisk", "gdisk"),
            of("sfdisk", "partitions disks", "fdisk", "util-linux"),
            of("losetup", "attaches disks", "mount", "util-linux"),
            of("kpartx", "finds partitions", "kpartx", "kpartx"),
            of("mkfs.ext4", "makes file systems", "e2fsprogs", "e2fsprogs"),
            of("qemu-img", "converts disks", "qemu-utils", "qemu-img"));

    /** What makes file systems that only some disks have. */
    private static final Map<String, RequiredTool> FILE_SYSTEMS = Map.of(
            "squashfs",
                    of(
                            "mksquashfs",
                            "makes file systems that nothing can write to",
                            "squashfs-tools",
                            "squashfs-tools"),
            "erofs", of("mkfs.erofs", "makes file systems that nothing can write to", "erofs-utils", "erofs-utils"),
            "xfs", of("mkfs.xfs", "makes file systems", "xfsprogs", "xfsprogs"),
            "btrfs", of("mkfs.btrfs", "makes file systems", "btrfs-progs", "btrfs-progs"));

    /** What making file systems of some kinds takes beside that. */
    static List<RequiredTool> forFileSystems(Set<String> kinds) {
        return kinds.stream()
                .sorted()
                .flatMap(kind -> Optional.ofNullable(FILE_SYSTEMS.get(kind)).stream())
                .toList();
    }

    /** What building an image of a type takes. */
    static List<RequiredTool> forType(String type) {
        List<RequiredTool> tools = new ArrayList<>(PACKAGES);
        tools.addAll(ALWAYS);
        KiwiType kiwi = new KiwiType(type);
        if (kiwi.isContainer()) {
            tools.addAll(CONTAINER);
        }
        if (kiwi.needsLoopDevice()) {
            tools.addAll(DISK);
        }
        return tools;
    }

    /** What building packages of components takes. */
    static List<RequiredTool> forPackages() {
        return PACKAGES;
    }

    /** The command that installs it here. */
    String installCommand() {
        return Install.command(debian, fedora);
    }

    private static RequiredTool of(String program, String purpose, String debian, String fedora) {
        return new RequiredTool(List.of(program), purpose, debian, fedora);
    }
}
