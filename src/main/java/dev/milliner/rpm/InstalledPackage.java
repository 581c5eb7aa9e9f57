package dev.milliner.rpm;

import java.util.List;

/**
 * A package as a root's rpm database knows it.
 *
 * @param name such as {@code bash}
 * @param epoch 0 where it has none
 * @param version such as {@code 5.2}
 * @param release such as {@code 1.fc43}
 * @param architecture such as {@code x86_64}
 * @param size installed, in bytes
 * @param license as its spec says
 * @param source the file name of its source package
 * @param vendor who built it; empty where nobody says so
 * @param compilerFlags what it was built with
 * @param files its files, as they were packed
 */
public record InstalledPackage(
        String name,
        long epoch,
        String version,
        String release,
        String architecture,
        long size,
        String license,
        String source,
        String vendor,
        String compilerFlags,
        List<PackagedFile> files) {
    /** With a list that nobody changes. */
    public InstalledPackage {
        files = List.copyOf(files);
    }

    static InstalledPackage of(RpmHeader header) {
        return new InstalledPackage(
                header.text(RpmHeader.NAME),
                first(header.numbers(RpmHeader.EPOCH)),
                header.text(RpmHeader.VERSION),
                header.text(RpmHeader.RELEASE),
                header.text(RpmHeader.ARCHITECTURE),
                Math.max(first(header.numbers(RpmHeader.SIZE)), first(header.numbers(RpmHeader.LONG_SIZE))),
                header.text(RpmHeader.LICENSE),
                header.text(RpmHeader.SOURCE_RPM),
                header.text(RpmHeader.VENDOR),
                header.text(RpmHeader.OPTION_FLAGS),
                PackagedFile.of(header));
    }

    /** Its full name. */
    public Nevra nevra() {
        return new Nevra(name, new Version(epoch, version, release), architecture);
    }

    private static long first(List<Long> numbers) {
        return numbers.isEmpty() ? 0 : numbers.getFirst();
    }
}
