package dev.milliner.upstream;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.net.httpserver.HttpServer;
import dev.milliner.distro.Component;
import dev.milliner.distro.Distro;
import dev.milliner.distro.DistroLoader;
import dev.milliner.overlay.SourceFile;
import dev.milliner.overlay.Sources;
import dev.milliner.source.BufferTree;
import dev.milliner.source.DiskTree;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LookasideTest {
    private static final byte[] ARCHIVE = "an archive".getBytes(StandardCharsets.UTF_8);

    @TempDir
    Path folder;

    private final HttpServer server;

    LookasideTest() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/", exchange -> {
            boolean known = exchange.getRequestURI().getPath().startsWith("/greet/greet.tar/sha512/");
            exchange.sendResponseHeaders(known ? 200 : 404, known ? ARCHIVE.length : -1);
            if (known) {
                exchange.getResponseBody().write(ARCHIVE);
            }
            exchange.close();
        });
        server.start();
    }

    @AfterEach
    void stop() {
        server.stop(0);
    }

    @Test
    void aFileIsFetchedAndItsHashChecked() throws Exception {
        fetch("greet.tar", hash());
        assertThat(folder.resolve("greet.tar")).hasBinaryContent(ARCHIVE);
    }

    @Test
    void aFileWithAnotherHashIsRefusedAndNotKept() throws Exception {
        assertThatThrownBy(() -> fetch("greet.tar", "00" + hash().substring(2)))
                .isInstanceOf(SourceUnavailableException.class)
                .hasMessageContaining(hash());
        assertThat(folder).isEmptyDirectory();
    }

    @Test
    void aFileThatIsNotThereIsNamed() {
        assertThatThrownBy(() -> fetch("other.tar", hash()))
                .hasMessageContaining("other.tar")
                .hasMessageContaining("404");
        assertThat(folder).isEmptyDirectory();
    }

    @Test
    void aNameThatIsAPathIsRefused() {
        assertThatThrownBy(() -> fetch("../greet.tar", hash())).hasMessageContaining("no file name");
    }

    @Test
    void aPartThatAnEarlierRunLeftIsNoTrouble() throws Exception {
        Files.writeString(folder.resolve("greet.tar.part"), "something of another time");
        fetch("greet.tar", hash());
        assertThat(folder.resolve("greet.tar")).hasBinaryContent(ARCHIVE);
        assertThat(folder.resolve("greet.tar.part")).doesNotExist();
    }

    @Test
    void aNameThatMakesNoAddressIsSaid() {
        assertThatThrownBy(() -> fetch("greet it.tar", hash()))
                .isInstanceOf(SourceUnavailableException.class)
                .hasMessageContaining("which is no address")
                .hasMessageContaining("greet it.tar");
    }

    private void fetch(String name, String hash) throws Exception {
        Path root = Path.of("sample-distros/bowler");
        String felt = "distro/felt.distro.toml";
        String text = Files.readString(root.resolve(felt))
                .replace(
                        "http://lookaside.felt.invalid",
                        "http://127.0.0.1:" + server.getAddress().getPort());
        Distro distro = new DistroLoader().load(new BufferTree(new DiskTree(root), Map.of(felt, text)));
        Component greet = Objects.requireNonNull(distro.components().get("greet"));
        Sources sources = new Sources(
                new TreeMap<>(Map.of("sources", SourceFile.of("# archives\nSHA512 (" + name + ") = " + hash + "\n"))));
        Lookaside.fetch(distro, greet, sources, folder, message -> {});
    }

    private static String hash() throws Exception {
        return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-512").digest(ARCHIVE));
    }
}
