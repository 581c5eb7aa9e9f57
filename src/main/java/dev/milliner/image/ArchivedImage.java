package dev.milliner.image;

import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * One of the images in a container archive.
 *
 * @param digest of its manifest, or of its configuration in an archive of {@code docker save}, as {@code sha256:…}
 * @param names what it is called, such as {@code hat:1}; may be empty
 * @param platform system, architecture and variant, such as {@code linux/arm64/v8}; empty where it is not said
 */
record ArchivedImage(String digest, List<String> names, String platform) {
    private static final String HERE = "linux/amd64";
    private static final int SHORT = "sha256:".length() + 12;

    ArchivedImage {
        names = List.copyOf(names);
    }

    /** Tells whether it is for the machines that this program builds for. */
    boolean isForHere() {
        return platform.equals(HERE);
    }

    /** Tells whether a name, the tag of one, a platform or the start of a digest means it. */
    boolean isMeantBy(String wanted) {
        boolean named = names.stream().anyMatch(name -> isNamed(name, wanted));
        boolean short12 = wanted.length() >= 12 && (digest.startsWith(wanted) || digest.startsWith("sha256:" + wanted));
        return named || short12 || platform.equals(wanted) || platform.startsWith(wanted + "/");
    }

    /** A name may be said without its registry, and its last part or its tag alone. */
    private static boolean isNamed(String name, String wanted) {
        String last = name.substring(name.lastIndexOf('/') + 1);
        return name.equals(wanted)
                || last.equals(wanted)
                || List.of(last.split(":", 2)).contains(wanted);
    }

    /** What tells it from the others, such as {@code hat:1 (linux/arm64, sha256:0123456789ab)}. */
    String words() {
        String more = Stream.of(platform, digest.substring(0, Math.min(SHORT, digest.length())))
                .filter(word -> !word.isEmpty())
                .collect(Collectors.joining(", "));
        return names.isEmpty() ? more : String.join(", ", names) + " (" + more + ")";
    }

    /** What tells all of them apart. */
    static String words(List<ArchivedImage> images) {
        return images.stream().map(ArchivedImage::words).collect(Collectors.joining("; "));
    }
}
