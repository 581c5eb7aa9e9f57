package dev.milliner.image;

import dev.milliner.rpm.InstalledPackage;
import dev.milliner.rpm.LevelCounts;
import dev.milliner.rpm.LevelEvidence;
import java.util.List;

/**
 * What a built image holds.
 *
 * @param format what the artifact is, such as {@code oci}, {@code tar}, {@code folder} or {@code disk}
 * @param packages its packages, by name
 * @param level how far it is x86-64-v3
 * @param files its files, by path
 */
public record Inspection(String format, List<Inspected> packages, LevelCounts level, List<ImageFile> files) {
    /**
     * A package with what its machine code shows.
     *
     * @param installed what the rpm database knows
     * @param level what its ELF files say
     */
    public record Inspected(InstalledPackage installed, LevelEvidence level) {}

    /**
     * A file.
     *
     * @param path absolute in the image
     * @param size in bytes
     */
    public record ImageFile(String path, long size) {}

    /** The sizes of all files together, in bytes. */
    public long size() {
        return files.stream().mapToLong(ImageFile::size).sum();
    }
}
