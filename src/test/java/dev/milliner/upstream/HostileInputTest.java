package dev.milliner.upstream;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.milliner.distro.Component;
import dev.milliner.distro.Distro;
import dev.milliner.distro.DistroLoader;
import dev.milliner.overlay.OverlayApplication;
import dev.milliner.overlay.Recipe;
import dev.milliner.overlay.SourceFile;
import dev.milliner.overlay.SourcePreparation;
import dev.milliner.overlay.Sources;
import dev.milliner.source.BufferTree;
import dev.milliner.source.DiskTree;
import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Input that no honest upstream makes: it is survived, and the fault is named. */
class HostileInputTest {
    @TempDir
    Path folder;

    private Distro distro(String configuration) {
        return new DistroLoader().load(new BufferTree(new DiskTree(folder), Map.of("azldev.toml", configuration)));
    }

    private static OverlayApplication apply(Distro distro, SourceFile spec) {
        Component component = Objects.requireNonNull(distro.components().get("a"));
        Sources sources = new Sources(new TreeMap<>(Map.of("a.spec", spec)));
        return SourcePreparation.apply(Recipe.of(component), sources, path -> Optional.empty());
    }

    private static String component(String overlay) {
        return """
                [project]
                default-distro = { name = "d", version = "1" }
                [distros.d.versions.1]
                release-ver = "1"
                [components.a]
                spec = { type = "local", path = "a.spec" }
                [[components.a.overlays]]
                """ + overlay;
    }

    @Test
    void aSpecOf200Megabytes() {
        String line = "# " + "x".repeat(78) + "\n";
        byte[] bytes =
                ("Name: a\nVersion: 1\n%description\n" + line.repeat(2_600_000)).getBytes(StandardCharsets.US_ASCII);
        assertThat(bytes.length).isGreaterThan(200_000_000);
        OverlayApplication application = Assertions.assertTimeoutPreemptively(
                Duration.ofSeconds(60),
                () -> apply(
                        distro(component("type = \"spec-set-tag\"\ntag = \"Version\"\nvalue = \"2\"\n")),
                        new SourceFile(bytes, 0644)));
        assertThat(application.error()).isEmpty();
        assertThat(application.result().file("a.spec").orElseThrow().bytes().length)
                .isGreaterThan(bytes.length);
    }

    @Test
    void aRegularExpressionThatExplodesElsewhere() {
        String spec = "Name: a\n%description\n" + "a".repeat(30_000) + "!\n";
        OverlayApplication application = Assertions.assertTimeoutPreemptively(
                Duration.ofSeconds(20),
                () -> apply(
                        distro(component("type = \"spec-search-replace\"\nregex = '^(a|aa)+$'\nreplacement = \"\"\n")),
                        SourceFile.of(spec)));
        assertThat(application.error())
                .hasValueSatisfying(error -> assertThat(error).contains("not found"));
    }

    /** A server that accepts connections and misbehaves. */
    private record Server(ServerSocket socket, CopyOnWriteArrayList<Socket> held) implements AutoCloseable {
        interface Behaviour {
            void answer(Socket client) throws IOException;
        }

        static Server start(Behaviour behaviour) throws IOException {
            ServerSocket socket = new ServerSocket(0, 5, InetAddress.getLoopbackAddress());
            Server server = new Server(socket, new CopyOnWriteArrayList<>());
            Thread.ofVirtual().start(() -> {
                while (!socket.isClosed()) {
                    try {
                        Socket client = socket.accept();
                        server.held.add(client);
                        behaviour.answer(client);
                    } catch (IOException closed) {
                        return;
                    }
                }
            });
            return server;
        }

        String configuration() {
            return """
                    [project]
                    default-distro = { name = "d", version = "1" }
                    [distros.d]
                    dist-git-base-uri = "http://127.0.0.1:%d/$pkg.git"
                    default-version = "1"
                    [distros.d.versions.1]
                    release-ver = "1"
                    dist-git-branch = "f1"
                    [components.a]
                    spec = { type = "upstream", upstream-distro = { name = "d", version = "1" } }
                    """.formatted(socket.getLocalPort());
        }

        @Override
        public void close() throws IOException {
            for (Socket client : held) {
                client.close();
            }
            socket.close();
        }
    }

    private void isNamed(Server.Behaviour behaviour) throws IOException {
        try (Server server = Server.start(behaviour)) {
            Distro distro = distro(server.configuration());
            Component component = Objects.requireNonNull(distro.components().get("a"));
            assertThatThrownBy(() -> Assertions.assertTimeoutPreemptively(
                            Duration.ofSeconds(50), () -> ComponentSources.of(distro, component)))
                    .isInstanceOf(SourceUnavailableException.class)
                    .hasMessageContaining("127.0.0.1:" + server.socket().getLocalPort())
                    .hasMessageContaining("cannot be fetched");
        }
    }

    @Test
    void aDistGitThatHangs() throws IOException {
        isNamed(client -> {
            // Says nothing until the test closes the connection.
        });
    }

    @Test
    void aDistGitThatResets() throws IOException {
        isNamed(client -> {
            client.setSoLinger(true, 0);
            client.close();
        });
    }

    @Test
    void aDistGitThatServesGarbage() throws IOException {
        isNamed(client -> {
            byte[] start = new byte[16];
            int ignored = client.getInputStream().read(start);
            OutputStream out = client.getOutputStream();
            out.write(("HTTP/1.1 200 OK\r\nContent-Type: application/x-git-upload-pack-advertisement\r\n"
                            + "Content-Length: " + (ignored + 40) + "\r\nConnection: close\r\n\r\n"
                            + "zzzz\u0000\u0001\u0002 this is no git server at all, really")
                    .getBytes(StandardCharsets.ISO_8859_1));
            out.flush();
            client.close();
        });
    }
}
