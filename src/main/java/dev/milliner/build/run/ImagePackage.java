package dev.milliner.build.run;

import dev.milliner.rpm.LevelEvidence;

/**
 * A package in a built image.
 *
 * @param name such as {@code bash}
 * @param version such as {@code 5.2}
 * @param release such as {@code 1.fc43}
 * @param architecture such as {@code x86_64} or {@code noarch}
 * @param size installed, in bytes
 * @param level what its machine code shows
 * @param ours true where this build made it, false where it came from a repository
 */
public record ImagePackage(
        String name,
        String version,
        String release,
        String architecture,
        long size,
        LevelEvidence level,
        boolean ours) {}
