package dev.milliner.rpm;

import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;

/** A repository on a server. What was fetched is kept, and fetched again only when repomd.xml has changed. */
final class RemoteRepository {
    private static final String INDEX = "repomd.xml";

    private final String id;
    private final URI base;
    private final String uri;
    private final Path folder;
    private final Download download;

    RemoteRepository(String id, String uri, Path cache, Duration patience) throws RepositoryException {
        this.id = id;
        this.uri = uri;
        try {
            this.base = URI.create(uri.endsWith("/") ? uri : uri + "/");
        } catch (IllegalArgumentException wrong) {
            throw new RepositoryException("'" + uri + "' is no URI.", wrong);
        }
        String key = HexFormat.of().formatHex(Checksums.digest("SHA-256").digest(uri.getBytes(StandardCharsets.UTF_8)));
        this.folder = cache.resolve(key.substring(0, 32));
        this.download = new Download(patience);
    }

    RepositoryMetadata get(int priority) throws IOException {
        Files.createDirectories(folder);
        List<String> remarks = new ArrayList<>();
        try {
            refresh(remarks);
        } catch (IOException unreachable) {
            if (!Files.exists(folder.resolve(INDEX))) {
                throw unreachable;
            }
            remarks.add("The repository " + id + " cannot be refreshed (" + unreachable.getMessage()
                    + "); the copy from last time is used.");
        }
        RepositoryIndex index = RepositoryIndex.parse(id, Files.readAllBytes(folder.resolve(INDEX)));
        remarks.addAll(index.remarks(id));
        RepositoryIndex.Entry primary = index.entry("primary")
                .orElseThrow(() -> new RepositoryException("The repository " + id + " has no primary metadata."));
        Path file = fetched(primary);
        if (!Files.exists(file) || !Checksums.matches(file, primary)) {
            fetch(primary);
        }
        Optional<Path> lists = index.entry("filelists").map(this::fetched).filter(Files::exists);
        return new RepositoryMetadata(id, uri, index.checksum(), file, lists, priority, remarks);
    }

    /** Takes a new repomd.xml over only once what it names is here, so that the copy stays whole. */
    private void refresh(List<String> remarks) throws IOException {
        Path known = folder.resolve(INDEX);
        Path tagFile = folder.resolve("etag");
        Optional<String> tag = Files.exists(known) && Files.exists(tagFile)
                ? Optional.of(Files.readString(tagFile))
                : Optional.empty();
        Optional<Download.Small> answer = download.small(base.resolve("repodata/" + INDEX), tag);
        if (answer.isEmpty()) {
            return;
        }
        RepositoryIndex index = RepositoryIndex.parse(id, answer.get().content());
        Optional<RepositoryIndex.Entry> primary = index.entry("primary");
        if (primary.isPresent()) {
            fetch(primary.get());
        }
        index.entry("filelists").ifPresent(entry -> fetchIfPossible(entry, remarks));
        replace(known, answer.get().content());
        replace(tagFile, answer.get().tag().getBytes(StandardCharsets.UTF_8));
    }

    private void fetchIfPossible(RepositoryIndex.Entry entry, List<String> remarks) {
        try {
            fetch(entry);
        } catch (IOException failure) {
            remarks.add("The file lists of " + id + " are not here: " + failure.getMessage());
        }
    }

    private void fetch(RepositoryIndex.Entry entry) throws IOException {
        Path file = fetched(entry);
        if (Files.exists(file) && Checksums.matches(file, entry)) {
            return;
        }
        Path part = file.resolveSibling(file.getFileName() + ".part");
        download.large(base.resolve(entry.location()), part, entry.size());
        if (!Checksums.matches(part, entry)) {
            Files.deleteIfExists(part);
            throw new RepositoryException("The file " + entry.location() + " of the repository " + id
                    + " does not have the checksum that repomd.xml gives.");
        }
        Files.move(part, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    }

    /** The name is made of the checksum, so no name of the server becomes a path; the suffix says how it is packed. */
    private Path fetched(RepositoryIndex.Entry entry) {
        String name = entry.location().substring(entry.location().lastIndexOf('/') + 1);
        String suffix = name.replaceFirst("^.*?(\\.xml(\\.(gz|xz|zst|bz2))?)$", "$1");
        return folder.resolve(
                entry.checksum().replaceAll("[^0-9a-fA-F]", "") + (suffix.equals(name) ? ".xml" : suffix));
    }

    private static void replace(Path file, byte[] content) throws IOException {
        Path temporary = Files.createTempFile(file.getParent(), "new", null);
        Files.write(temporary, content);
        Files.move(temporary, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    }
}
