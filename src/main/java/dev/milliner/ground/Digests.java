package dev.milliner.ground;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Locale;
import java.util.Optional;

/** Digests of bytes and files, in lower-case hexadecimal. */
public final class Digests {
    private static final int PIECE = 1 << 16;

    private Digests() {}

    /** A fresh SHA-256. */
    public static MessageDigest sha256() {
        return named("sha256").orElseThrow();
    }

    /**
     * A fresh digest by the name that rpm-md, Koji and dist-git give it, such as {@code sha512} or {@code MD5}; empty
     * where the name is not known.
     */
    public static Optional<MessageDigest> named(String name) {
        String word = name.toLowerCase(Locale.ROOT);
        String javaName =
                switch (word) {
                    case "sha" -> "SHA-1";
                    case "md5" -> "MD5";
                    default -> word.replaceFirst("^sha-?(\\d+)$", "SHA-$1");
                };
        try {
            return Optional.of(MessageDigest.getInstance(javaName));
        } catch (NoSuchAlgorithmException unknown) {
            return Optional.empty();
        }
    }

    /** The SHA-256 of a file. */
    public static String sha256(Path file) throws IOException {
        return of(sha256(), file);
    }

    /** The digest of a file. */
    public static String of(MessageDigest digest, Path file) throws IOException {
        try (InputStream content = Files.newInputStream(file)) {
            byte[] piece = new byte[PIECE];
            for (int read = content.read(piece); read >= 0; read = content.read(piece)) {
                digest.update(piece, 0, read);
            }
        }
        return hex(digest);
    }

    /** The digest of bytes. */
    public static String of(MessageDigest digest, byte[] content) {
        digest.update(content);
        return hex(digest);
    }

    /** What a digest has come to. */
    public static String hex(MessageDigest digest) {
        return HexFormat.of().formatHex(digest.digest());
    }
}
