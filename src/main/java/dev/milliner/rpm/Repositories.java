package dev.milliner.rpm;

import dev.milliner.ground.Download;
import dev.milliner.ground.FileTrouble;
import dev.milliner.ground.UserFolder;
import java.io.IOException;
import java.net.URI;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** Gets the metadata of repositories: of a folder as it lies there, of a server through a cache. */
public final class Repositories {
    /** How long a server may send nothing. */
    public static final Duration PATIENCE = Duration.ofSeconds(20);

    private final Path cache;
    private final Duration patience;

    /** With the user's cache. */
    public Repositories() {
        this(UserFolder.CACHE.ours().resolve("repositories"), PATIENCE);
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

    /**
     * Gets a repository's metadata, checksums verified.
     *
     * @param id what to call it
     * @param uri a folder's path, or a {@code dir:}, {@code file:}, {@code http:} or {@code https:} URI
     * @param priority as DNF counts
     * @throws RepositoryException when there is none that can be used; the message says why
     */
    public RepositoryMetadata get(String id, String uri, int priority) throws RepositoryException {
        return get(RepositorySource.base(id, uri, priority));
    }

    /**
     * Gets a repository's metadata, checksums and, where keys are named, its signature verified.
     *
     * @throws RepositoryException when there is none that can be used; the message says why
     */
    public RepositoryMetadata get(RepositorySource source) throws RepositoryException {
        try {
            Optional<Path> folder = folder(source.uri());
            if (folder.isPresent()) {
                return local(source, folder.get());
            }
            return new RemoteRepository(source, cache, patience).get();
        } catch (RepositoryException known) {
            throw known;
        } catch (IOException unreadable) {
            throw new RepositoryException(
                    "The repository " + source.id() + " at " + source.uri() + " cannot be read: "
                            + FileTrouble.words(unreadable),
                    unreadable);
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

    private RepositoryMetadata local(RepositorySource source, Path folder) throws IOException {
        String id = source.id();
        Path file = folder.resolve("repodata").resolve("repomd.xml");
        if (!Files.isRegularFile(file)) {
            throw new RepositoryException("The repository " + id + " has no repodata/repomd.xml in " + folder
                    + ". Give the folder that holds repodata, or run createrepo_c there.");
        }
        byte[] content = Files.readAllBytes(file);
        List<String> remarks = new ArrayList<>();
        checkSignature(source, content, file.resolveSibling("repomd.xml.asc"), remarks);
        RepositoryIndex index = RepositoryIndex.parse(id, content);
        Path primary = verified(
                id,
                folder,
                index.entry("primary")
                        .orElseThrow(
                                () -> new RepositoryException("The repository " + id + " has no primary metadata.")));
        remarks.addAll(index.remarks(id));
        Optional<Path> fileLists = fileLists(id, folder, index, remarks);
        return new RepositoryMetadata(
                id,
                source.uri(),
                index.checksum(),
                primary,
                fileLists,
                index.openSize("filelists"),
                besides(id, folder, index.groups()),
                besides(id, folder, index.modules()),
                source.priority(),
                RepositoryMetadata.DEFAULT_COST,
                remarks);
    }

    private void checkSignature(RepositorySource source, byte[] content, Path signature, List<String> remarks)
            throws IOException {
        if (source.keys().isEmpty()) {
            return;
        }
        if (!Files.isRegularFile(signature)) {
            remarks.add(SigningKeys.unsigned(source));
            return;
        }
        List<byte[]> keys = new SigningKeys(new Download(patience)).get(source);
        RepositorySignature.check(source.id(), content, Files.readAllBytes(signature), keys);
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

    private static Optional<Path> besides(String id, Path folder, Optional<RepositoryIndex.Entry> entry)
            throws IOException {
        return entry.isEmpty() ? Optional.empty() : Optional.of(verified(id, folder, entry.get()));
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
