package dev.milliner.solve.worker;

import dev.milliner.ground.Digests;
import dev.milliner.rpm.RepositoryMetadata;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;

/**
 * Repositories in libsolv's own format, which loads much faster than XML. A broken file of that format can kill the
 * process, so only what this program wrote itself is loaded, and only while its checksum says that it is unchanged.
 */
final class SolvCache {
    /** What of a repository a file holds. */
    enum Part {
        /** Its packages. */
        PACKAGES(""),
        /** The lists of their files. */
        FILES("-files");

        private final String suffix;

        Part(String suffix) {
            this.suffix = suffix;
        }
    }

    private final Path folder;
    private final String version;

    SolvCache(Path folder, String version) {
        this.folder = folder;
        this.version = version;
    }

    /** The cached form of a part of a repository, where there is one and it is sound. */
    Optional<Path> find(RepositoryMetadata metadata, Part part) {
        Path file = file(metadata, part);
        try {
            if (!Files.isRegularFile(file) || !Files.isRegularFile(sidecar(file))) {
                return Optional.empty();
            }
            List<String> expected = Files.readAllLines(sidecar(file));
            return expected.equals(facts(file, metadata)) ? Optional.of(file) : Optional.empty();
        } catch (IOException unreadable) {
            return Optional.empty();
        }
    }

    /** Keeps a repository; where the folder cannot be written, nothing is kept. */
    void keep(RepositoryMetadata metadata, Part part, Predicate<Path> writer) {
        Path file = file(metadata, part);
        try {
            Files.createDirectories(folder);
            Path temporary = Files.createTempFile(folder, "new", ".solv");
            Path facts = Files.createTempFile(folder, "new", ".facts");
            try {
                if (writer.test(temporary)) {
                    Files.write(facts, facts(temporary, metadata));
                    // A file that is loaded stays open and is read from later: it must never change in place.
                    Files.move(temporary, file, StandardCopyOption.ATOMIC_MOVE);
                    Files.move(facts, sidecar(file), StandardCopyOption.ATOMIC_MOVE);
                }
            } finally {
                Files.deleteIfExists(temporary);
                Files.deleteIfExists(facts);
            }
        } catch (IOException unwritable) {
            System.err.println("Nothing is kept in " + folder + ": " + unwritable.getMessage());
        }
    }

    private Path file(RepositoryMetadata metadata, Part part) {
        String key = metadata.checksum().replaceAll("[^0-9a-f]", "");
        return folder.resolve(key + "-" + version + part.suffix + ".solv");
    }

    private static Path sidecar(Path file) {
        return file.resolveSibling(file.getFileName() + ".facts");
    }

    private List<String> facts(Path file, RepositoryMetadata metadata) throws IOException {
        return List.of("libsolv " + version, "repomd " + metadata.checksum(), "sha256 " + Digests.sha256(file));
    }
}
