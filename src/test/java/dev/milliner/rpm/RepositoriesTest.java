package dev.milliner.rpm;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.milliner.SharedMaterial;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
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

    @Test
    void mirrorsThatFailOrLagBehindArePassedOver() throws IOException {
        Path old = folder.resolve("old");
        Files.createDirectories(old.resolve("repodata"));
        Files.writeString(old.resolve("repodata/repomd.xml"), "<repomd><revision>0</revision></repomd>");
        try (RepositoryServer lagging = new RepositoryServer(old);
                RepositoryServer good = new RepositoryServer(copy);
                RepositoryServer lists = new RepositoryServer(folder)) {
            Files.writeString(folder.resolve("metalink"), metalink(lagging.uri(), good.uri()));
            Files.writeString(folder.resolve("mirrors"), "# mirrors\nhttp://127.0.0.1:1/\n" + good.uri() + "\n");
            for (String list : List.of("metalink", "mirrors")) {
                RepositorySource.Kind kind =
                        list.equals("metalink") ? RepositorySource.Kind.METALINK : RepositorySource.Kind.MIRROR_LIST;
                RepositoryMetadata found =
                        repositories.get(new RepositorySource("r", kind, lists.uri() + list, 99, List.of(), false));
                assertThat(found.checksum()).isEqualTo(get(copy.toString()).checksum());
                assertThat(found.remarks()).isEmpty();
            }
            assertThat(lagging.requests()).contains("/repodata/repomd.xml");
        }
    }

    private String metalink(String lagging, String good) throws IOException {
        return """
                <metalink version="3.0"><files><file name="repomd.xml">
                  <verification><hash type="md5">0</hash><hash type="sha256">%s</hash></verification>
                  <resources>
                    <url protocol="rsync" preference="100">rsync://mirror.example/repodata/repomd.xml</url>
                    <url protocol="http" preference="90">%srepodata/repomd.xml</url>
                    <url protocol="http" preference="80">%srepodata/repomd.xml</url>
                  </resources>
                </file></files></metalink>
                """.formatted(get(copy.toString()).checksum(), lagging, good);
    }

    @Test
    void signaturesAreCheckedWhereAKeyIsNamed() throws IOException, InterruptedException {
        Path home = Files.createDirectories(folder.resolve("gpg"));
        assumeTrue(gpg(home, "--version") == 0, "gpg is not installed.");
        for (String name : List.of("one@example.org", "other@example.org")) {
            assertThat(gpg(home, "--quick-generate-key", name, "ed25519", "sign", "never"))
                    .isZero();
            assertThat(gpg(home, "--armor", "--output", folder + "/" + name, "--export", name))
                    .isZero();
        }
        RepositorySource signed = signed("one@example.org");
        assertThatThrownBy(() -> repositories.get(signed)).hasMessageContaining("must be signed");
        String index = copy + "/repodata/repomd.xml";
        assertThat(gpg(home, "--armor", "-u", "one@example.org", "--detach-sign", index))
                .isZero();
        assertThat(repositories.get(signed).remarks()).isEmpty();
        assertThatThrownBy(() -> repositories.get(signed("other@example.org")))
                .hasMessageContaining("none of those that the configuration names");
        try (RepositoryServer server = new RepositoryServer(copy)) {
            RepositorySource remote =
                    new RepositorySource("r", RepositorySource.Kind.BASE, server.uri(), 99, signed.keys(), true);
            assertThat(repositories.get(remote).remarks()).isEmpty();
        }
        Files.writeString(Path.of(index), Files.readString(Path.of(index)) + "<!-- changed -->");
        assertThatThrownBy(() -> repositories.get(signed)).hasMessageContaining("changed after it was signed");
    }

    private RepositorySource signed(String key) {
        return new RepositorySource(
                "r",
                RepositorySource.Kind.BASE,
                copy.toString(),
                99,
                List.of(folder.resolve(key).toUri().toString()),
                true);
    }

    private static int gpg(Path home, String... arguments) throws IOException, InterruptedException {
        List<String> command =
                new ArrayList<>(List.of("gpg", "--homedir", home.toString(), "--batch", "--yes", "--passphrase", ""));
        command.addAll(List.of(arguments));
        try {
            Process process = new ProcessBuilder(command)
                    .redirectErrorStream(true)
                    .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                    .start();
            return process.waitFor();
        } catch (IOException missing) {
            return -1;
        }
    }
}
