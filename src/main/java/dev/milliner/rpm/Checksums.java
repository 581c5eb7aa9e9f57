package dev.milliner.rpm;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Locale;

/** Checksums as rpm-md names them. */
final class Checksums {
    private static final int PIECE = 1 << 16;

    private Checksums() {}

    /** A digest of an algorithm that every Java has. */
    static MessageDigest digest(String algorithm) {
        try {
            return MessageDigest.getInstance(algorithm);
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    /**
     * Tells whether a file has a checksum.
     *
     * @throws IOException when it cannot be read, or the algorithm is none that is trusted
     */
    static boolean matches(Path file, RepositoryIndex.Entry expected) throws IOException {
        MessageDigest digest = digest(javaName(expected));
        try (InputStream content = Files.newInputStream(file)) {
            byte[] piece = new byte[PIECE];
            for (int read = content.read(piece); read >= 0; read = content.read(piece)) {
                digest.update(piece, 0, read);
            }
        }
        return HexFormat.of().formatHex(digest.digest()).equalsIgnoreCase(expected.checksum());
    }

    private static String javaName(RepositoryIndex.Entry expected) throws RepositoryException {
        return switch (expected.algorithm().toLowerCase(Locale.ROOT)) {
            case "sha", "sha1" -> "SHA-1";
            case "sha224" -> "SHA-224";
            case "sha256" -> "SHA-256";
            case "sha384" -> "SHA-384";
            case "sha512" -> "SHA-512";
            default ->
                throw new RepositoryException("The repomd.xml gives the checksum of " + expected.location()
                        + " by the algorithm '" + expected.algorithm() + "', which is not known.");
        };
    }
}
