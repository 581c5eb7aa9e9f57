package dev.milliner.installer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.milliner.ground.HostTools;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** The checksums of a release are signed by real gpg, with a key that lives as long as the test. */
@Timeout(value = 2, unit = TimeUnit.MINUTES)
class SignedReleaseTest {
    private static final String KEY = "ann@example.org";

    @TempDir
    Path folder;

    ReleaseCheckout checkout;
    Path keys;

    @BeforeEach
    void makeTheKey() throws Exception {
        assumeTrue(HostTools.find("gpg").isPresent(), "skipped: gpg is not installed");
        checkout = ReleaseCheckout.in(folder);
        keys = Files.createDirectory(
                folder.resolve("keys"),
                PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------")));
        gpg("--passphrase", "", "--quick-generate-key", KEY, "ed25519", "sign", "never");
    }

    @AfterEach
    void endItsAgent() throws Exception {
        if (keys != null) {
            checkout.run(environment(), List.of("gpgconf", "--kill", "gpg-agent"));
        }
    }

    private Map<String, String> environment() {
        return Map.of("GNUPGHOME", keys.toString());
    }

    private String gpg(String... arguments) throws Exception {
        List<String> command = new ArrayList<>(List.of("gpg", "--batch"));
        command.addAll(List.of(arguments));
        BareMachine.Ran ran = checkout.run(environment(), command);
        assertThat(ran.status()).as(ran.output()).isZero();
        return ran.output();
    }

    private BareMachine.Ran verify() throws Exception {
        return checkout.run(
                environment(),
                List.of("gpg", "--verify", "target/release/7.0.0/SHA256SUMS.asc", "target/release/7.0.0/SHA256SUMS"));
    }

    @Test
    void theChecksumsAreSigned() throws Exception {
        BareMachine.Ran ran = checkout.release(environment(), "--key", KEY, "7.0.0");
        assertThat(ran.status()).as(ran.output()).isZero();
        assertThat(checkout.read("target/release/7.0.0/SHA256SUMS.asc")).startsWith("-----BEGIN PGP SIGNATURE-----");
        assertThat(verify().status()).as(verify().output()).isZero();
        checkout.write("target/release/7.0.0/SHA256SUMS", "0  milliner_7.0.0_amd64.deb\n");
        assertThat(verify().status()).isEqualTo(1);
    }

    @Test
    void aKeyThatGpgDoesNotHaveIsRefused() throws Exception {
        String before = checkout.state();
        BareMachine.Ran ran = checkout.release(environment(), "7.0.0", "--key", "nobody@example.org");
        assertThat(ran.status()).isEqualTo(1);
        assertThat(ran.output()).contains("gpg has no secret key 'nobody@example.org'");
        assertThat(checkout.state()).isEqualTo(before);
    }

    @Test
    void aKeyThatCannotSignIsRefused() throws Exception {
        gpg(
                "--passphrase",
                "",
                "--faked-system-time",
                "20200101T000000!",
                "--quick-generate-key",
                "old@example.org",
                "ed25519",
                "sign",
                "2d");
        String before = checkout.state();
        BareMachine.Ran ran = checkout.release(environment(), "7.0.0", "--key", "old@example.org");
        assertThat(ran.status()).isEqualTo(1);
        assertThat(ran.output()).contains("gpg does not sign with the key 'old@example.org'");
        assertThat(checkout.state()).isEqualTo(before);
    }

    /** The key was there when the release began. */
    @Test
    void whereNothingIsSignedAllIsTakenBack() throws Exception {
        String before = checkout.state();
        checkout.packagesAreMadeAndThen("gpgconf --kill gpg-agent; rm -r " + keys.resolve("private-keys-v1.d"));
        BareMachine.Ran ran = checkout.release(environment(), "7.0.0", "--key", KEY);
        assertThat(ran.status()).isEqualTo(1);
        assertThat(ran.output()).contains("gpg did not sign", "the release 7.0.0 was taken back");
        assertThat(checkout.state()).isEqualTo(before);
        assertThat(checkout.file("target/release/7.0.0")).doesNotExist();
    }
}
