package dev.milliner.build.koji;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.sun.net.httpserver.HttpsConfigurator;
import com.sun.net.httpserver.HttpsServer;
import dev.milliner.Waiting;
import dev.milliner.build.run.Outcome;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.security.KeyStore;
import java.util.ArrayList;
import java.util.List;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What stands between the client and a hub is named, and what helps is said. */
class KojiHubInTheWayTest {
    private static final char[] SECRET = "changeit".toCharArray();

    @TempDir
    private Path folder;

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "<!DOCTYPE html><html><body>Log in<br></body></html> | mismatched tag",
                "{\"error\": \"not here\"} | not well-formed",
                "<?xml version=\"1.0\"?><methodResponse><params><par | unclosed token",
                "<?xml version=\"1.0\"?><methodResponse/> | no answer of a method in it"
            })
    void anAnswerThatIsNoXmlRpcIsNamed(String page, String stumbled) throws Exception {
        try (Farm farm = new Farm(folder)) {
            farm.hub().standBehind(page);
            KojiFailed failed = refused(farm.client());
            assertThat(failed)
                    .hasMessageContaining("What answers as the hub of the profile 'farm' speaks no XML-RPC: ")
                    .hasMessageContaining(stumbled);
            assertThat(failed.fix()).contains("/kojihub", "proxy");
        }
    }

    @Test
    void aPageInTheWayOfAHubThatAnsweredBeforeIsWaitedOut() throws Exception {
        HeardEvents heard = new HeardEvents();
        try (Farm farm = new Farm(folder)) {
            KojiBuild build = farm.start(heard);
            Waiting.until("the task is seen", () -> !heard.farm(KojiEvent.TaskChanged.class)
                    .isEmpty());
            farm.hub().standBehind("<html><br></html>");
            Waiting.until("the page is met", () -> !heard.farm(KojiEvent.HubSilent.class)
                    .isEmpty());
            farm.hub().standBehind(null);
            Waiting.until("the hub is back", () -> !heard.farm(KojiEvent.HubBack.class)
                    .isEmpty());
            build.leave();

            assertThat(build.await().outcome()).isEqualTo(Outcome.STOPPED);
            assertThat(heard.farm(KojiEvent.HubSilent.class).getFirst().reason())
                    .startsWith("something else answers in its place: mismatched tag");
        }
    }

    @Test
    void aCertificateThatNobodyKnowsIsNamed() throws Exception {
        try (Farm farm = new Farm(folder)) {
            HttpsServer server = behindCertificate("SAN=ip:127.0.0.1");
            try {
                profile(
                        "secret",
                        "server = https://127.0.0.1:" + server.getAddress().getPort() + "/kojihub\n");
                KojiFailed failed = refused(new KojiClient(farm.client().program(), "secret"));
                assertThat(failed)
                        .hasMessage("The certificate of the hub of the profile 'secret' is not trusted:"
                                + " self-signed certificate");
                assertThat(failed.fix()).contains("serverca");
            } finally {
                server.stop(0);
            }
        }
    }

    @Test
    void aCertificateOfAnotherNameIsNamed() throws Exception {
        try (Farm farm = new Farm(folder)) {
            HttpsServer server = behindCertificate("SAN=dns:elsewhere.invalid");
            try {
                profile("other", """
                        server = https://127.0.0.1:%d/kojihub
                        serverca = %s
                        """.formatted(server.getAddress().getPort(), folder.resolve("hub.pem")));
                assertThat(refused(new KojiClient(farm.client().program(), "other")))
                        .hasMessageContaining("is not trusted: ")
                        .hasMessageContaining("127.0.0.1");
            } finally {
                server.stop(0);
            }
        }
    }

    @Test
    void aHubThatIsNotThereIsNamedWithTheReason() throws Exception {
        try (Farm farm = new Farm(folder)) {
            farm.hub().die();
            assertThat(refused(farm.client()))
                    .hasMessage("The hub of the profile 'farm' does not answer:"
                            + " Unable to connect to server: Connection refused");
        }
    }

    @Test
    void aClientWithoutKerberosIsToldWhatItLacks() throws Exception {
        try (Farm farm = new Farm(folder)) {
            profile("kerberos", "server = " + farm.hub().address() + "/kojihub\n");
            Path none = Files.createDirectories(folder.resolve("none"));
            for (String module : new String[] {"requests_gssapi", "requests_kerberos"}) {
                Files.writeString(none.resolve(module + ".py"), "raise ImportError('left out by the test')\n");
            }
            KojiClient client = new KojiClient(farm.clientWith("PYTHONPATH=" + none), "kerberos");
            KojiFailed failed =
                    catchThrowableOfType(KojiFailed.class, () -> new KojiQuestions(client, shown -> {}).cancel(1));
            assertThat(failed)
                    .hasMessageContaining(
                            "Koji's client here cannot log in by Kerberos, as the profile 'kerberos' wants");
            assertThat(failed.fix()).contains("install -y");
            assertThat(failed.kind()).isEqualTo(KojiFailure.UNAVAILABLE);
        }
    }

    private static KojiFailed refused(KojiClient client) {
        KojiFailed failed =
                catchThrowableOfType(KojiFailed.class, () -> new KojiQuestions(client, shown -> {}).targets());
        assertThat(failed).isNotNull();
        assertThat(failed.kind()).isEqualTo(KojiFailure.UNAVAILABLE);
        return failed;
    }

    private void profile(String name, String lines) throws IOException {
        Files.writeString(
                folder.resolve("home/.koji/config"),
                "\n[" + name + "]\n" + lines + "max_retries = 2\nretry_interval = 1\nanon_retry = False\n",
                StandardOpenOption.APPEND);
    }

    /** A server on the loopback whose certificate no authority has signed; it lies in {@code hub.pem}. */
    private HttpsServer behindCertificate(String name) throws Exception {
        Path store = folder.resolve("hub.p12");
        keytool("-genkeypair", "-alias", "hub", "-keyalg", "EC", "-dname", "CN=hub", "-ext", name, "-keystore", store);
        keytool("-exportcert", "-rfc", "-alias", "hub", "-keystore", store, "-file", folder.resolve("hub.pem"));
        KeyStore keys = KeyStore.getInstance("PKCS12");
        try (InputStream in = Files.newInputStream(store)) {
            keys.load(in, SECRET);
        }
        KeyManagerFactory managers = KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
        managers.init(keys, SECRET);
        SSLContext context = SSLContext.getInstance("TLS");
        context.init(managers.getKeyManagers(), null, null);
        HttpsServer server = HttpsServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.setHttpsConfigurator(new HttpsConfigurator(context));
        server.start();
        return server;
    }

    private void keytool(Object... words) throws Exception {
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "keytool").toString());
        for (Object word : words) {
            command.add(word.toString());
        }
        command.addAll(List.of("-storepass", new String(SECRET)));
        Process process = new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(folder.resolve("keytool.txt").toFile())
                .start();
        assertThat(process.waitFor())
                .as(Files.readString(folder.resolve("keytool.txt")))
                .isZero();
    }
}
