package dev.milliner.rpm;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.milliner.SharedMaterial;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Repositories are taken whole and unchanged, or not at all. */
@Timeout(60)
class RepositoriesTest {
    @TempDir
    @SuppressWarnings("NullAway.Init")
    Path folder;

    @SuppressWarnings("NullAway.Init")
    private Path copy;

    @SuppressWarnings("NullAway.Init")
    private Repositories repositories;

    @BeforeEach
    void copyRepository() throws IOException {
        Path from = SharedMaterial.folder().resolve("corpus/rpm-metadata/real/fedora35/repodata");
        copy = folder.resolve("copy");
        Files.createDirectories(copy.resolve("repodata"));
        try (Stream<Path> files = Files.list(from)) {
            for (Path file : files.toList()) {
                Files.write(copy.resolve("repodata").resolve(file.getFileName()), Files.readAllBytes(file));
            }
        }
        repositories = new Repositories(folder.resolve("cache"), Duration.ofSeconds(1));
    }

    private RepositoryMetadata get(String uri) throws RepositoryException {
        return repositories.get("r", uri, RepositoryMetadata.DEFAULT_PRIORITY);
    }

    private Path primary() throws IOException {
        try (Stream<Path> files = Files.list(copy.resolve("repodata"))) {
            return files.filter(file -> file.toString().contains("primary"))
                    .findFirst()
                    .orElseThrow();
        }
    }

    @Test
    void foldersAreReadWhereTheyLie() throws IOException {
        RepositoryMetadata plain = get(copy.toString());
        assertThat(plain.primary()).isEqualTo(primary());
        assertThat(get("dir://" + copy).checksum()).isEqualTo(plain.checksum());
        assertThat(get("file://" + copy).checksum()).isEqualTo(plain.checksum());
        assertThatThrownBy(() -> get(folder.toString()))
                .isInstanceOf(RepositoryException.class)
                .hasMessageContaining("no repodata/repomd.xml");
    }

    @Test
    void damageIsNoticed() throws IOException {
        byte[] content = Files.readAllBytes(primary());
        content[content.length / 2] ^= 1;
        Files.write(primary(), content);
        assertThatThrownBy(() -> get(copy.toString()))
                .isInstanceOf(RepositoryException.class)
                .hasMessageContaining("checksum");
    }

    @Test
    void nothingOutsideIsRead() throws IOException {
        Path index = copy.resolve("repodata/repomd.xml");
        Files.writeString(
                index, Files.readString(index).replaceFirst("href=\"repodata/[^\"]*primary", "href=\"../../primary"));
        assertThatThrownBy(() -> get(copy.toString()))
                .isInstanceOf(RepositoryException.class)
                .hasMessageContaining("outside");
    }

    @Test
    void serversAreAskedOnlyForWhatChanged() throws IOException {
        try (RepositoryServer server = new RepositoryServer(copy)) {
            RepositoryMetadata first = get(server.uri());
            assertThat(Files.readAllBytes(first.primary())).isEqualTo(Files.readAllBytes(primary()));
            int asked = server.requests().size();
            assertThat(get(server.uri()).checksum()).isEqualTo(first.checksum());
            assertThat(server.requests()).hasSize(asked + 1).last().isEqualTo("/repodata/repomd.xml");
        }
    }

    @Test
    void whatStallsIsGivenUpAndResumedLater() throws IOException {
        try (RepositoryServer server = new RepositoryServer(copy)) {
            server.stall(true);
            assertThatThrownBy(() -> get(server.uri()))
                    .isInstanceOf(RepositoryException.class)
                    .hasMessageContaining("stalls");
            server.stall(false);
            RepositoryMetadata whole = get(server.uri());
            assertThat(Files.readAllBytes(whole.primary())).isEqualTo(Files.readAllBytes(primary()));
            assertThat(server.requests()).anyMatch(request -> request.matches(".*primary.* bytes=[1-9][0-9]*-"));
        }
    }

    @Test
    void theLastCopyServesWhileTheServerIsAway() throws IOException {
        String uri;
        RepositoryMetadata first;
        try (RepositoryServer server = new RepositoryServer(copy)) {
            uri = server.uri();
            first = get(uri);
        }
        RepositoryMetadata again = get(uri);
        assertThat(again.checksum()).isEqualTo(first.checksum());
        assertThat(again.remarks()).anyMatch(remark -> remark.contains("from last time"));
    }
}
