package dev.milliner.rpm;

import java.io.IOException;
import java.net.URI;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** Gets the metadata of repositories: of a folder as it lies there, of a server through a cache. */
public final class Repositories {
    /** How long a server may send nothing. */
    public static final Duration PATIENCE = Duration.ofSeconds(20);

    private final Path cache;
    private final Duration patience;

    /** With the user's cache. */
    public Repositories() {
        this(cache(System.getenv()), PATIENCE);
    }

    /**
     * With a cache and a patience of its own.
     *
     * @param cache the folder that keeps what was fetched
     * @param patience how long a server may send nothing
     */
    public Repositories(Path cache, Duration patience) {
        this.cache = cache;
        this.patience = patience;
    }

    /** The folder that keeps file lists unpacked. */
    public Path fileListCache() {
        return cache.resolve("files");
    }

    private static Path cache(Map<String, String> environment) {
        String named = environment.get("XDG_CACHE_HOME");
        Path folder =
                named == null || named.isEmpty() ? Path.of(System.getProperty("user.home"), ".cache") : Path.of(named);
        return folder.resolve("milliner").resolve("repositories");
    }

    /**
     * Gets a repository's metadata, checksums verified.
     *
     * @param id what to call it
     * @param uri a folder's path, or a {@code dir:}, {@code file:}, {@code http:} or {@code https:} URI
     * @param priority as DNF counts
     * @throws RepositoryException when there is none that can be used; the message says why
     */
    public RepositoryMetadata get(String id, String uri, int priority) throws RepositoryException {
        try {
            Optional<Path> folder = folder(uri);
            if (folder.isPresent()) {
                return local(id, uri, folder.get(), priority);
            }
            return new RemoteRepository(id, uri, cache, patience).get(priority);
        } catch (RepositoryException known) {
            throw known;
        } catch (IOException unreadable) {
            throw new RepositoryException(
                    "The repository " + id + " at " + uri + " cannot be read: " + unreadable.getMessage(), unreadable);
        }
    }

    private static Optional<Path> folder(String uri) throws RepositoryException {
        String lower = uri.toLowerCase(Locale.ROOT);
        if (lower.startsWith("http://") || lower.startsWith("https://")) {
            return Optional.empty();
        }
        if (!lower.startsWith("dir:") && !lower.startsWith("file:")) {
            return Optional.of(Path.of(uri));
        }
        String path = uri.substring(uri.indexOf(':') + 1).replaceFirst("^/*", "/");
        try {
            return Optional.of(Path.of(new URI(null, null, path, null).getPath()));
        } catch (URISyntaxException | IllegalArgumentException wrong) {
            throw new RepositoryException("'" + uri + "' names no folder.", wrong);
        }
    }

    private static RepositoryMetadata local(String id, String uri, Path folder, int priority) throws IOException {
        Path file = folder.resolve("repodata").resolve("repomd.xml");
        if (!Files.isRegularFile(file)) {
            throw new RepositoryException("The repository " + id + " has no repodata/repomd.xml in " + folder
                    + ". Give the folder that holds repodata, or run createrepo_c there.");
        }
        RepositoryIndex index = RepositoryIndex.parse(id, Files.readAllBytes(file));
        Path primary = verified(
                id,
                folder,
                index.entry("primary")
                        .orElseThrow(
                                () -> new RepositoryException("The repository " + id + " has no primary metadata.")));
        List<String> remarks = new ArrayList<>(index.remarks(id));
        Optional<Path> fileLists = fileLists(id, folder, index, remarks);
        return new RepositoryMetadata(id, uri, index.checksum(), primary, fileLists, priority, remarks);
    }

    /** A repository without sound file lists is still good for everything else. */
    private static Optional<Path> fileLists(String id, Path folder, RepositoryIndex index, List<String> remarks) {
        Optional<RepositoryIndex.Entry> entry = index.entry("filelists");
        if (entry.isEmpty()) {
            return Optional.empty();
        }
        try {
            return Optional.of(verified(id, folder, entry.get()));
        } catch (IOException unusable) {
            remarks.add("Files are not shown: " + unusable.getMessage());
            return Optional.empty();
        }
    }

    private static Path verified(String id, Path folder, RepositoryIndex.Entry entry) throws IOException {
        Path file = folder.resolve(entry.location()).normalize();
        if (!file.startsWith(folder.normalize())) {
            throw new RepositoryException(
                    "The repository " + id + " points outside of itself, to " + entry.location() + ".");
        }
        if (!Files.isRegularFile(file)) {
            throw new RepositoryException("The repository " + id + " lacks its file " + entry.location() + ".");
        }
        if (!Checksums.matches(file, entry)) {
            throw new RepositoryException("The file " + entry.location() + " of the repository " + id
                    + " does not have the checksum that repomd.xml gives; it is damaged or half written.");
        }
        return file;
    }
}
