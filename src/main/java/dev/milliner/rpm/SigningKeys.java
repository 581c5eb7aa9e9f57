package dev.milliner.rpm;

import dev.milliner.ground.Download;
import dev.milliner.ground.FileTrouble;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** Gets the keys that sign a repository, from where the configuration says they are. */
final class SigningKeys {
    private final Download download;

    SigningKeys(Download download) {
        this.download = download;
    }

    /**
     * The remark on a repository without a signature.
     *
     * @throws RepositoryException where it must have one
     */
    static String unsigned(RepositorySource source) throws RepositoryException {
        if (source.signed()) {
            throw new RepositoryException("The repository " + source.id()
                    + " must be signed, and its repodata/repomd.xml.asc cannot be had.");
        }
        return source.id() + " has a key in the configuration, but its repomd.xml is not signed.";
    }

    List<byte[]> get(RepositorySource source) throws IOException {
        List<byte[]> keys = new ArrayList<>();
        for (String uri : source.keys()) {
            try {
                keys.add(key(uri));
            } catch (IOException | IllegalArgumentException missing) {
                throw new RepositoryException(
                        "The key " + uri + " of the repository " + source.id() + " cannot be read: "
                                + FileTrouble.words(missing),
                        missing);
            }
        }
        return keys;
    }

    private byte[] key(String uri) throws IOException {
        String lower = uri.toLowerCase(Locale.ROOT);
        if (lower.startsWith("http:") || lower.startsWith("https:")) {
            return download.small(URI.create(uri), Optional.empty())
                    .orElseThrow()
                    .content();
        }
        return Files.readAllBytes(lower.startsWith("file:") ? Path.of(URI.create(uri)) : Path.of(uri));
    }
}
