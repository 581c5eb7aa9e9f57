package dev.milliner.rpm;

import dev.milliner.ground.Digests;
import java.io.IOException;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.Locale;
import java.util.Set;

/** Checksums as rpm-md names them. */
final class Checksums {
    /** MD5 is known, but nobody's metadata is trusted on its word. */
    private static final Set<String> TRUSTED = Set.of("sha", "sha1", "sha224", "sha256", "sha384", "sha512");

    private Checksums() {}

    /**
     * Tells whether a file has a checksum.
     *
     * @throws IOException when it cannot be read, or the algorithm is none that is trusted
     */
    static boolean matches(Path file, RepositoryIndex.Entry expected) throws IOException {
        return Digests.of(digest(expected), file).equalsIgnoreCase(expected.checksum());
    }

    /** A fresh digest of the kind that an entry names; refused where it is none that is trusted. */
    static MessageDigest digest(RepositoryIndex.Entry expected) throws RepositoryException {
        String name = expected.algorithm().toLowerCase(Locale.ROOT);
        if (!TRUSTED.contains(name)) {
            throw new RepositoryException("The repomd.xml gives the checksum of " + expected.location()
                    + " by the algorithm '" + expected.algorithm() + "', which is not known.");
        }
        return Digests.named(name).orElseThrow();
    }
}
