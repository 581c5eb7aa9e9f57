package dev.milliner.installer;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpServer;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveOutputStream;
import org.apache.commons.compress.compressors.gzip.GzipCompressorOutputStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Where no package manager has a JDK, one is fetched, held against its checksum and unpacked; from a server on loopback. */
@Timeout(value = 2, unit = TimeUnit.MINUTES)
class FetchedJavaTest {
    /** No host has this version, so none is found before one is fetched. */
    private static final String INSTALL =
            "here=installer; steps=1; . ./installer/functions.sh; wanted_java=99; open_log; install_java";

    @TempDir
    Path folder;

    BareMachine machine;
    HttpServer server;
    byte[] archive;

    @BeforeEach
    void serveAnArchive() throws Exception {
        machine = BareMachine.in(folder);
        machine.standIn("id", "echo 0");
        machine.standIn("uname", "echo x86_64");
        machine.standIn("ln", "");
        machine.standIn("apt-get", "echo \"E: Unable to locate package $6\"; exit 100");
        archive = archive("#!/bin/sh\necho javac 99\n");
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/jdk.tar.gz", exchange -> {
            exchange.sendResponseHeaders(200, archive.length);
            exchange.getResponseBody().write(archive);
            exchange.close();
        });
        server.start();
    }

    @AfterEach
    void endTheServer() {
        server.stop(0);
    }

    @Test
    void aFetchedJdkIsUsedAndFoundAgain() throws Exception {
        BareMachine.Ran ran = install("/jdk.tar.gz", sha256(archive));
        assertThat(ran.status()).as(ran.output()).isZero();
        assertThat(ran.output())
                .contains("No package manager here has it. Fetching Temurin", "from " + address("/jdk.tar.gz"))
                .endsWith(jdk().toString());
        assertThat(jdk().resolve("bin/javac")).isExecutable();
        assertThat(jdk().resolveSibling("jdk.new")).doesNotExist();
        assertThat(install("/gone", "none").output()).doesNotContain("Fetching").endsWith(jdk().toString());
    }

    @Test
    void aWrongChecksumIsToldAndNothingIsKept() throws Exception {
        BareMachine.Ran ran = install("/jdk.tar.gz", sha256(new byte[0]));
        assertThat(ran.status()).isEqualTo(1);
        assertThat(ran.output())
                .contains("has the checksum " + sha256(archive) + ", not " + sha256(new byte[0]))
                .contains("name its folder in JAVA_HOME, and start again");
        assertThat(jdk()).doesNotExist();
        assertThat(jdk().resolveSibling("jdk.new")).doesNotExist();
    }

    @Test
    void anAddressThatHasNothingIsTold() throws Exception {
        BareMachine.Ran ran = install("/gone", sha256(archive));
        assertThat(ran.status()).isEqualTo(1);
        assertThat(ran.output())
                .contains(address("/gone") + ": HTTP Error 404", "connect to the network, or install a JDK");
    }

    @Test
    void anotherArchitectureIsTold() throws Exception {
        machine.standIn("uname", "echo aarch64");
        BareMachine.Ran ran = install("/jdk.tar.gz", sha256(archive));
        assertThat(ran.status()).isEqualTo(1);
        assertThat(ran.output()).contains("this is no x86-64; install a JDK 99");
    }

    private BareMachine.Ran install(String path, String sha256) throws Exception {
        Map<String, String> environment = Map.of(
                "HOME", machine.home().toString(),
                "MILLINER_JDK_ADDRESS", address(path),
                "MILLINER_JDK_SHA256", sha256);
        return machine.run(environment, line -> {}, List.of("sh", "-euc", INSTALL));
    }

    private Path jdk() {
        return machine.home().resolve(".local/share/milliner/jdk");
    }

    private String address(String path) {
        return "http://127.0.0.1:" + server.getAddress().getPort() + path;
    }

    private static byte[] archive(String compiler) throws IOException {
        byte[] content = compiler.getBytes(StandardCharsets.UTF_8);
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (TarArchiveOutputStream tar = new TarArchiveOutputStream(new GzipCompressorOutputStream(bytes))) {
            TarArchiveEntry entry = new TarArchiveEntry("jdk-99/bin/javac");
            entry.setSize(content.length);
            entry.setMode(0100755);
            tar.putArchiveEntry(entry);
            tar.write(content);
            tar.closeArchiveEntry();
        }
        return bytes.toByteArray();
    }

    private static String sha256(byte[] bytes) throws Exception {
        return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
    }
}
