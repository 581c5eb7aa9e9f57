package dev.milliner.rpm;

import dev.milliner.ground.Digests;
import dev.milliner.ground.Download;
import dev.milliner.ground.FileTrouble;
import dev.milliner.ground.WrongDigestException;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** A repository on a server. What was fetched is kept, and fetched again only when repomd.xml has changed. */
final class RemoteRepository {
    private static final String INDEX = "repomd.xml";

    private static final String MIRRORS = "mirrors";
    private static final String SIGNATURE = "repomd.xml.asc";

    private final RepositorySource source;
    private final String id;
    private final Path folder;
    private final Download download;
    private Mirrors mirrors = new Mirrors(List.of(), Set.of());

    RemoteRepository(RepositorySource source, Path cache, Duration patience) {
        this.source = source;
        this.id = source.id();
        String key = Digests.of(Digests.sha256(), source.uri().getBytes(StandardCharsets.UTF_8));
        this.folder = cache.resolve(key.substring(0, 32));
        this.download = new Download(patience);
    }

    private URI uri() throws RepositoryException {
        String uri = source.uri();
        boolean base = source.kind() == RepositorySource.Kind.BASE;
        try {
            return URI.create(uri.endsWith("/") || !base ? uri : uri + "/");
        } catch (IllegalArgumentException wrong) {
            throw new RepositoryException("'" + uri + "' is no URI.", wrong);
        }
    }

    RepositoryMetadata get() throws IOException {
        Files.createDirectories(folder);
        List<String> remarks = new ArrayList<>();
        try {
            mirrors = mirrors();
            refreshFromAny(remarks);
        } catch (IOException unreachable) {
            if (!Files.exists(folder.resolve(INDEX))) {
                throw unreachable;
            }
            remarks.add("The repository " + id + " cannot be refreshed (" + FileTrouble.words(unreachable)
                    + "); the copy from last time is used.");
        }
        RepositoryIndex index = RepositoryIndex.parse(id, Files.readAllBytes(folder.resolve(INDEX)));
        remarks.addAll(index.remarks(id));
        RepositoryIndex.Entry primary = index.entry("primary")
                .orElseThrow(() -> new RepositoryException("The repository " + id + " has no primary metadata."));
        Path file = here(primary);
        Optional<Path> lists = index.entry("filelists").map(this::fetched).filter(Files::exists);
        return new RepositoryMetadata(
                id,
                source.uri(),
                index.checksum(),
                file,
                lists,
                index.openSize("filelists"),
                besides(index.groups()),
                besides(index.modules()),
                source.priority(),
                RepositoryMetadata.DEFAULT_COST,
                remarks);
    }

    private Optional<Path> besides(Optional<RepositoryIndex.Entry> entry) throws IOException {
        return entry.isEmpty() ? Optional.empty() : Optional.of(here(entry.get()));
    }

    /** A file of the repository; fetched where the copy lacks it or has it damaged. */
    private Path here(RepositoryIndex.Entry entry) throws IOException {
        Path file = fetched(entry);
        if (!Files.exists(file) || !Checksums.matches(file, entry)) {
            fetchFromAny(entry);
        }
        return file;
    }

    /** The servers to ask; where their list cannot be had, those of the last time. */
    private Mirrors mirrors() throws IOException {
        if (source.kind() == RepositorySource.Kind.BASE) {
            return Mirrors.only(uri());
        }
        Path kept = folder.resolve(MIRRORS);
        try {
            byte[] content =
                    download.small(uri(), Optional.empty()).orElseThrow().content();
            Mirrors parsed = Mirrors.parse(source, content);
            replace(kept, content);
            return parsed;
        } catch (IOException unreachable) {
            if (!Files.exists(kept)) {
                throw unreachable;
            }
            return Mirrors.parse(source, Files.readAllBytes(kept));
        }
    }

    /** Mirrors that fail or lag behind are passed over. */
    private void refreshFromAny(List<String> remarks) throws IOException {
        IOException last = new RepositoryException("The repository " + id + " has no server.");
        for (URI base : mirrors.bases()) {
            try {
                refresh(base, remarks);
                return;
            } catch (IOException failure) {
                last = failure;
            }
        }
        throw last;
    }

    /** Takes a new repomd.xml over only once what it names is here, so that the copy stays whole. */
    private void refresh(URI base, List<String> remarks) throws IOException {
        Path known = folder.resolve(INDEX);
        Path tagFile = folder.resolve("etag");
        Optional<String> tag = Files.exists(known) && Files.exists(tagFile)
                ? Optional.of(Files.readString(tagFile))
                : Optional.empty();
        Optional<Download.Small> answer = download.small(base.resolve("repodata/" + INDEX), tag);
        if (answer.isEmpty()) {
            return;
        }
        byte[] content = answer.get().content();
        if (!mirrors.allow(content)) {
            throw new RepositoryException("The server " + base + " of the repository " + id
                    + " has a repomd.xml that its metalink does not know.");
        }
        checkSignature(base, content, remarks);
        RepositoryIndex index = RepositoryIndex.parse(id, content);
        Optional<RepositoryIndex.Entry> primary = index.entry("primary");
        for (Optional<RepositoryIndex.Entry> needed : List.of(primary, index.groups(), index.modules())) {
            if (needed.isPresent()) {
                fetch(base, needed.get());
            }
        }
        index.entry("filelists").ifPresent(entry -> fetchIfPossible(base, entry, remarks));
        replace(known, content);
        replace(tagFile, answer.get().tag().getBytes(StandardCharsets.UTF_8));
    }

    private void checkSignature(URI base, byte[] content, List<String> remarks) throws IOException {
        if (source.keys().isEmpty()) {
            return;
        }
        byte[] signature;
        try {
            signature = download.small(base.resolve("repodata/" + SIGNATURE), Optional.empty())
                    .orElseThrow()
                    .content();
        } catch (IOException missing) {
            remarks.add(SigningKeys.unsigned(source));
            return;
        }
        RepositorySignature.check(id, content, signature, new SigningKeys(download).get(source));
    }

    private void fetchFromAny(RepositoryIndex.Entry entry) throws IOException {
        IOException last = new RepositoryException("The repository " + id + " has no server.");
        for (URI base : mirrors.bases()) {
            try {
                fetch(base, entry);
                return;
            } catch (IOException failure) {
                last = failure;
            }
        }
        throw last;
    }

    private void fetchIfPossible(URI base, RepositoryIndex.Entry entry, List<String> remarks) {
        try {
            fetch(base, entry);
        } catch (IOException failure) {
            remarks.add("The file lists of " + id + " are not here: " + FileTrouble.words(failure));
        }
    }

    private void fetch(URI base, RepositoryIndex.Entry entry) throws IOException {
        Path file = fetched(entry);
        if (Files.exists(file) && Checksums.matches(file, entry)) {
            return;
        }
        try {
            URI from = base.resolve(entry.location());
            download.checked(from, file, entry.size(), Checksums.digest(entry), entry.checksum());
        } catch (WrongDigestException other) {
            throw new RepositoryException("The file " + entry.location() + " of the repository " + id
                    + " does not have the checksum that repomd.xml gives.");
        }
    }

    /** The name is made of the checksum, so no name of the server becomes a path; the suffix says how it is packed. */
    private Path fetched(RepositoryIndex.Entry entry) {
        String name = entry.location().substring(entry.location().lastIndexOf('/') + 1);
        String suffix = name.replaceFirst("^.*?(\\.(xml|yaml|yml)(\\.(gz|xz|zst|bz2))?)$", "$1");
        return folder.resolve(
                entry.checksum().replaceAll("[^0-9a-fA-F]", "") + (suffix.equals(name) ? ".xml" : suffix));
    }

    private static void replace(Path file, byte[] content) throws IOException {
        Path temporary = Files.createTempFile(file.getParent(), "new", null);
        Files.write(temporary, content);
        Files.move(temporary, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    }
}
