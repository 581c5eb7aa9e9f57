package dev.milliner.rpm;

import dev.milliner.ground.Digests;
import dev.milliner.ground.Download;
import dev.milliner.ground.PrivateFiles;
import dev.milliner.ground.UserFolder;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Predicate;
import tools.jackson.core.JacksonException;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/**
 * Packages of repositories as files of this host: of a folder as they lie there, of a server through a cache. Each has the
 * checksum that its repository gives.
 *
 * @param cache the folder that keeps what was fetched and found
 * @param patience how long a server may send nothing
 */
public record RepositoryPackages(Path cache, Duration patience) {
    /** More than what is asked for here ever takes. */
    private static final long LARGEST = 64L << 20;

    private static final int MOST = 1000;

    /** With the user's cache. */
    public static RepositoryPackages ofUser() {
        return new RepositoryPackages(UserFolder.CACHE.ours().resolve("packages"), Repositories.PATIENCE);
    }

    /**
     * The packages that hold a file, the newest of each name. Those of absurd size are left out.
     *
     * @param use what the files are for; what was found in the same metadata for the same use is not searched again
     * @param wanted tells of an absolute path whether it is one
     * @throws IOException when one cannot be had
     */
    public List<Path> holding(
            RepositorySource source, RepositoryMetadata metadata, String use, Predicate<String> wanted)
            throws IOException {
        List<Path> files = new ArrayList<>();
        for (PackageEntry one : entries(metadata, use, wanted)) {
            if (one.size() <= LARGEST && files.size() < MOST) {
                files.add(source.isRemote() ? fetched(source, one) : local(metadata, one));
            }
        }
        return files;
    }

    private List<PackageEntry> entries(RepositoryMetadata metadata, String use, Predicate<String> wanted)
            throws IOException {
        Path kept = cache.resolve(use + "-" + metadata.checksum().replaceAll("[^0-9a-f]", "") + ".json");
        Optional<List<PackageEntry>> known = kept(kept);
        if (known.isPresent()) {
            return known.get();
        }
        List<PackageEntry> entries = PackageListing.holding(metadata, wanted);
        PrivateFiles.write(kept, JsonMapper.shared().writeValueAsString(entries));
        return entries;
    }

    private static Optional<List<PackageEntry>> kept(Path file) throws IOException {
        if (!Files.isRegularFile(file)) {
            return Optional.empty();
        }
        try {
            List<PackageEntry> all =
                    JsonMapper.shared().readValue(Files.readString(file), new TypeReference<List<PackageEntry>>() {});
            return Optional.of(all).filter(entries -> entries.stream().allMatch(PackageEntry::isSound));
        } catch (JacksonException damaged) {
            return Optional.empty();
        }
    }

    private static Path local(RepositoryMetadata metadata, PackageEntry one) throws IOException {
        Path folder = metadata.primary().resolve("../..").normalize();
        Path file = folder.resolve(one.location()).normalize();
        if (!file.startsWith(folder) || !Files.isRegularFile(file)) {
            throw new RepositoryException(
                    "The repository " + metadata.id() + " lacks its package " + one.location() + ".");
        }
        if (!Checksums.matches(file, index(one))) {
            throw new RepositoryException("The package " + one.location() + " of the repository " + metadata.id()
                    + " does not have the checksum that the repository gives.");
        }
        return file;
    }

    private Path fetched(RepositorySource source, PackageEntry one) throws IOException {
        Path file = cache.resolve(one.checksum().toLowerCase(Locale.ROOT) + ".rpm");
        if (Files.isRegularFile(file)
                && Digests.of(Checksums.digest(index(one)), file).equalsIgnoreCase(one.checksum())) {
            return file;
        }
        PrivateFiles.folder(cache);
        IOException last = new RepositoryException("The repository " + source.id() + " has no server.");
        for (URI base : bases(source)) {
            try {
                new Download(patience)
                        .checked(
                                base.resolve(one.location()),
                                file,
                                one.size(),
                                Checksums.digest(index(one)),
                                one.checksum());
                return file;
            } catch (IOException failure) {
                last = failure;
            }
        }
        throw last;
    }

    private List<URI> bases(RepositorySource source) throws IOException {
        try {
            URI uri = URI.create(source.uri());
            return source.kind() == RepositorySource.Kind.BASE
                    ? List.of(source.uri().endsWith("/") ? uri : URI.create(source.uri() + "/"))
                    : Mirrors.parse(
                                    source,
                                    new Download(patience)
                                            .small(uri, Optional.empty())
                                            .orElseThrow()
                                            .content())
                            .bases();
        } catch (IllegalArgumentException wrong) {
            throw new RepositoryException("'" + source.uri() + "' is no URI.", wrong);
        }
    }

    private static RepositoryIndex.Entry index(PackageEntry one) {
        return new RepositoryIndex.Entry(one.location(), one.algorithm(), one.checksum(), one.size(), -1);
    }
}
