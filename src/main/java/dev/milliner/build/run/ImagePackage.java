package dev.milliner.build.run;

import dev.milliner.level.LevelEvidence;
import dev.milliner.level.PackageLevel;
import dev.milliner.rpm.InstalledPackage;
import java.util.List;

/**
 * A package in a built image.
 *
 * @param name such as {@code bash}
 * @param version such as {@code 5.2}
 * @param release such as {@code 1.fc43}
 * @param architecture such as {@code x86_64} or {@code noarch}
 * @param size installed, in bytes
 * @param level what its machine code shows
 * @param reason by what, in words; empty where that was not kept
 * @param programs what each of its files with machine code shows
 * @param ours true where this build made it, false where it came from a repository
 */
public record ImagePackage(
        String name,
        String version,
        String release,
        String architecture,
        long size,
        LevelEvidence level,
        String reason,
        List<Program> programs,
        boolean ours) {
    /** With a list that nobody changes. */
    public ImagePackage {
        programs = List.copyOf(programs);
    }

    /**
     * A file with machine code.
     *
     * @param path absolute
     * @param level what it shows
     * @param reason by what, in words
     */
    public record Program(String path, LevelEvidence level, String reason) {}

    /** A package as it was inspected. */
    public static ImagePackage of(InstalledPackage installed, PackageLevel level, boolean ours) {
        return new ImagePackage(
                installed.name(),
                installed.version(),
                installed.release(),
                installed.architecture(),
                installed.size(),
                level.evidence(),
                level.reason(),
                level.files().entrySet().stream()
                        .map(one -> new Program(
                                one.getKey(),
                                one.getValue().evidence(),
                                one.getValue().reason()))
                        .toList(),
                ours);
    }
}
