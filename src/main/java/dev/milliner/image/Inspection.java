package dev.milliner.image;

import dev.milliner.level.FileLevel;
import dev.milliner.level.LevelCounts;
import dev.milliner.level.LevelEvidence;
import dev.milliner.level.LevelTotals;
import dev.milliner.level.PackageLevel;
import dev.milliner.rpm.InstalledPackage;
import java.util.List;
import java.util.Map;

/**
 * What a built image holds.
 *
 * @param format what the artifact is, such as {@code oci}, {@code docker}, {@code tar}, {@code folder}, {@code rpmdb},
 *     {@code disk} for a raw disk or file system, {@code qcow2} or {@code vhd}
 * @param carrier what carries it
 * @param packages its packages, by name
 * @param level how far it is x86-64-v3
 * @param files its files, by path
 * @param osRelease what its os-release says, by key
 * @param boot what it starts with
 * @param remarks what could not be read, or is not as it should be
 */
public record Inspection(
        String format,
        Carrier carrier,
        List<Inspected> packages,
        LevelCounts level,
        List<ImageFile> files,
        Map<String, String> osRelease,
        BootFiles boot,
        List<String> remarks) {
    /** With lists that nobody changes. */
    public Inspection {
        packages = List.copyOf(packages);
        files = List.copyOf(files);
        remarks = List.copyOf(remarks);
    }

    /**
     * A package with what its machine code shows.
     *
     * @param installed what the rpm database knows
     * @param shown how far it is x86-64-v3, and by what
     */
    public record Inspected(InstalledPackage installed, PackageLevel shown) {
        /** How far it is x86-64-v3. */
        public LevelEvidence level() {
            return shown.evidence();
        }
    }

    /**
     * A path of the image.
     *
     * @param path absolute in the image
     * @param kind what it is
     * @param size in bytes; 0 for what is no regular file
     * @param mode permissions, set-user-id, set-group-id and sticky bits
     * @param user the owner's id, or the name where only that is known
     * @param group the group's
     * @param target where a link points, or the file a hard link is another name of; empty for others
     * @param owners the packages it belongs to
     * @param program how far its machine code is x86-64-v3
     */
    public record ImageFile(
            String path,
            FileKind kind,
            long size,
            int mode,
            String user,
            String group,
            String target,
            List<String> owners,
            FileLevel program) {
        private static final int SET_IDS = 06000;
        private static final int WORLD_WRITABLE = 02;
        private static final int STICKY = 01000;

        /** With a list that nobody changes. */
        public ImageFile {
            owners = List.copyOf(owners);
        }

        /** Tells whether it is a file that runs with its owner's or its group's rights. */
        public boolean isPrivileged() {
            return (kind == FileKind.FILE || kind == FileKind.HARD_LINK) && (mode & SET_IDS) != 0;
        }

        /** Tells whether everyone may change it; folders where each may only delete their own do not count. */
        public boolean isWorldWritable() {
            boolean real = kind == FileKind.FILE || kind == FileKind.FOLDER;
            return real && (mode & WORLD_WRITABLE) != 0 && (mode & STICKY) == 0;
        }
    }

    /** The same root as something else carries it. */
    public Inspection carriedBy(Carrier other) {
        return new Inspection(format, other, packages, level, files, osRelease, boot, remarks);
    }

    /** How many of its files, and how much of them, are how far x86-64-v3; another name of a file does not count. */
    public LevelTotals totals() {
        LevelTotals.Sum sum = new LevelTotals.Sum();
        files.stream()
                .filter(file -> file.kind() == FileKind.FILE)
                .forEach(file -> sum.add(file.program().evidence(), file.size()));
        return sum.totals();
    }

    /** The sizes of all files together, in bytes. */
    public long size() {
        return files.stream().mapToLong(ImageFile::size).sum();
    }
}
