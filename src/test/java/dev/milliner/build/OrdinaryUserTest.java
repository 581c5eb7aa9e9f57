package dev.milliner.build;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.milliner.build.host.HostCheck;
import dev.milliner.build.host.HostFinding;
import dev.milliner.build.host.Privileges;
import dev.milliner.ground.HostTools;
import dev.milliner.ground.UserFolder;
import dev.milliner.image.Inspector;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/**
 * Builds a container as an ordinary user, by the command line, when the tests are run by root; run by an ordinary user
 * the other tests of builds do it anyway. Skipped where the host forbids user namespaces.
 */
@Timeout(value = 3, unit = TimeUnit.MINUTES)
class OrdinaryUserTest {
    private static final String NOBODY = "65534";

    @TempDir
    Path folder;

    @Test
    void aContainerNeedsNoRoot() throws Exception {
        demandRoot();
        for (HostFinding finding : HostCheck.forImage("oci", folder)) {
            assumeTrue(finding.ok(), finding.check() + ": " + finding.found() + "; " + finding.fix());
        }
        assumeTrue(HostTools.find("gcc").isPresent(), "gcc is missing; install gcc.");
        Path user = copyOfSample();
        Ran ran = runAs(
                user,
                "build",
                "image",
                "bowler-container",
                "-o",
                user.resolve("out").toString());
        assertThat(ran.ok()).as(ran.text()).isTrue();
        assertThat(ran.text()).contains("/work/contain.sh user ").doesNotContain("sudo", "pkexec");
        Path archive;
        try (Stream<Path> made = Files.list(user.resolve("out"))) {
            archive = made.filter(file -> file.toString().contains(".oci."))
                    .findFirst()
                    .orElseThrow();
        }
        assertThat(Files.getAttribute(archive, "unix:uid")).isEqualTo(Integer.valueOf(NOBODY));
        assertThat(Inspector.inspect(archive).files())
                .isNotEmpty()
                .allMatch(file -> file.user().equals("0") || file.user().equals("root"));
    }

    @Test
    void whatRpmMakesOfASpecNeedsNoRoot() throws Exception {
        demandRoot();
        assumeTrue(HostTools.find("rpmspec").isPresent(), "rpmspec is missing.");
        Path user = copyOfSample();
        Path spec = user.resolve("bowler/comps/brim/brim.spec");
        Files.writeString(
                spec,
                "%global who %(id -u; touch " + user.resolve("evil") + " /usr/evil)\nProvides: user(%{who})\n"
                        + Files.readString(spec));
        Ran ran = runAs(user, "overlays", "brim", "--rpm", "--trust", "--json");
        assertThat(ran.ok()).as(ran.text()).isTrue();
        assertThat(ran.text()).contains("user(" + NOBODY + ")");
        assertThat(user.resolve("evil")).doesNotExist();
    }

    private static void demandRoot() throws Exception {
        assumeTrue(Privileges.isRoot(), "The tests are run by an ordinary user, so all of them prove it.");
        assumeTrue(
                run(List.of("setpriv", "--reuid", NOBODY, "--clear-groups", "unshare", "--map-root-user", "true"))
                        .ok(),
                "This host lets no ordinary user make user namespaces.");
    }

    private Ran runAs(Path user, String... words) throws Exception {
        Path home = Path.of(System.getProperty("user.home"));
        List<String> command = new ArrayList<>(List.of("unshare", "--mount", "sh", script(), hold(), home.toString()));
        seenBelow(home).forEach(command::add);
        command.addAll(List.of("--", "env", "HOME=" + user, "XDG_STATE_HOME=" + user.resolve("state")));
        command.add("XDG_DATA_HOME=" + UserFolder.DATA.named(System.getenv()).orElseThrow());
        command.addAll(List.of(
                Path.of(System.getProperty("java.home"), "bin/java").toString(),
                "--enable-native-access=ALL-UNNAMED",
                "-Djava.io.tmpdir=" + user,
                "-classpath",
                System.getProperty("java.class.path"),
                "dev.milliner.Milliner",
                "-C",
                user.resolve("bowler").toString()));
        command.addAll(List.of(words));
        return run(command);
    }

    private Path copyOfSample() throws Exception {
        Path user = Files.createDirectory(folder.resolve("user"));
        assertThat(run(List.of("cp", "-r", "sample-distros/bowler", user.toString()))
                        .ok())
                .isTrue();
        assertThat(run(List.of("chown", "-R", NOBODY + ":" + NOBODY, user.toString()))
                        .ok())
                .isTrue();
        assertThat(run(List.of("chmod", "755", folder.toString())).ok()).isTrue();
        return user;
    }

    /** What the command needs of the home of whoever runs the tests. */
    private static List<String> seenBelow(Path home) {
        return Stream.concat(
                        Stream.of(System.getProperty("java.class.path").split(":", -1)),
                        Stream.of(
                                System.getProperty("java.home"),
                                UserFolder.DATA
                                        .named(System.getenv())
                                        .orElseThrow()
                                        .toString()))
                .map(Path::of)
                .filter(path -> path.isAbsolute() && path.startsWith(home) && Files.exists(path))
                .map(path -> path.startsWith(home.resolve(".m2"))
                        ? home.resolve(".m2")
                        : Files.isDirectory(path) ? path : Objects.requireNonNull(path.getParent()))
                .map(Path::toString)
                .distinct()
                .toList();
    }

    private String hold() throws Exception {
        return Files.createDirectory(folder.resolve("hold")).toString();
    }

    private String script() throws Exception {
        Path script = folder.resolve("as-ordinary-user.sh");
        try (var text = Objects.requireNonNull(OrdinaryUserTest.class.getResourceAsStream("as-ordinary-user.sh"))) {
            Files.copy(text, script);
        }
        return script.toString();
    }

    private record Ran(boolean ok, String text) {}

    private static Ran run(List<String> command) throws Exception {
        Process process = new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectInput(Path.of("/dev/null").toFile())
                .start();
        String text = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        return new Ran(process.waitFor() == 0, text);
    }
}
