package dev.milliner.command;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The report of a host whose PATH holds what the test puts there. */
class DoctorTest {
    private static final List<String> TOOLS = List.of(
            "rpmbuild",
            "createrepo_c",
            "dnf-3",
            "rsync",
            "xz",
            "unshare",
            "umoci",
            "patch",
            "make",
            "file",
            "skopeo",
            "parted",
            "sgdisk",
            "sfdisk",
            "losetup",
            "kpartx",
            "mkfs.ext4",
            "qemu-img",
            "gcc",
            "git",
            "sudo",
            "qemu-system-x86_64",
            "mkfs.vfat",
            "podman",
            "notify-send",
            "dnf5",
            "mock",
            "azldev",
            "koji");

    @TempDir
    Path folder;

    @ParameterizedTest
    @CsvSource({
        "apt-get, createrepo_c, apt-get install -y createrepo-c, false",
        "dnf, rpmbuild, dnf install -y rpm-build, false",
        "apt-get, mkfs.ext4, apt-get install -y e2fsprogs, false",
        "dnf, podman, dnf install -y podman, true",
        "dnf, mock, dnf install -y mock, true",
        "apt-get, qemu-system-x86_64, apt-get install -y qemu-system-x86, true"
    })
    void aMissingToolIsNamedWithTheCommandThatAddsIt(String manager, String missing, String command, boolean optional)
            throws Exception {
        Map<String, JsonNode> before = report(manager, "");
        Map<String, JsonNode> after = report(manager, missing);
        assertThat(of(before, missing).path("found").asString()).isEqualTo(folder.resolve("bin/" + missing) + "");
        assertThat(after.keySet()).isEqualTo(before.keySet());
        List<String> changed = after.keySet().stream()
                // Without QEMU nobody tries whether this host's KVM runs a guest.
                .filter(check -> !check.equals("kvm"))
                .filter(check -> isMissing(of(after, check)) != isMissing(of(before, check)))
                .toList();
        assertThat(changed).containsExactly(missing);
        JsonNode finding = of(after, missing);
        assertThat(finding.path("ok").asBoolean()).isEqualTo(optional);
        assertThat(finding.path("fix").asString()).endsWith(command);
        assertThat(finding.path("needed").asString().startsWith("optional: ")).isEqualTo(optional);
    }

    @Test
    void theReportEndsWithOneCommandForAllThatIsMissing() throws Exception {
        report("dnf", "");
        for (String tool : List.of("rsync", "rpmbuild", "umoci")) {
            Files.delete(folder.resolve("bin/" + tool));
        }
        assertThat(ask().text())
                .contains("All that is missing, in one go:")
                .contains("dnf install -y buildah ", " rpm-build rsync &&");
        assertThat(ask("--json").text()).doesNotContain("All that is missing");
    }

    private static JsonNode of(Map<String, JsonNode> report, String check) {
        return Objects.requireNonNull(report.get(check), check);
    }

    private static boolean isMissing(JsonNode finding) {
        return finding.path("found").asString().equals("missing");
    }

    private Map<String, JsonNode> report(String manager, String missing) throws Exception {
        Path bin = Files.createDirectories(folder.resolve("bin"));
        for (String tool : Stream.concat(TOOLS.stream(), Stream.of(manager)).toList()) {
            Path script = bin.resolve(tool);
            if (tool.equals(missing)) {
                Files.deleteIfExists(script);
            } else if (Files.notExists(script)) {
                Files.writeString(script, "#!/bin/sh\n");
                assertThat(script.toFile().setExecutable(true)).isTrue();
            }
        }
        Answer answer = ask("--json");
        Map<String, JsonNode> findings = new TreeMap<>();
        for (JsonNode finding : new JsonMapper().readTree(answer.text())) {
            assertThat(finding.propertyNames()).containsExactlyInAnyOrder("check", "ok", "found", "needed", "fix");
            String check = finding.path("check").asString();
            // The names of which one will do stand together, and one of each is here.
            findings.put(check.equals("sudo or pkexec") ? "sudo" : check, finding);
        }
        boolean allWell =
                findings.values().stream().allMatch(one -> one.path("ok").asBoolean());
        assertThat(answer.status()).isEqualTo(allWell ? 0 : 1);
        return findings;
    }

    private record Answer(int status, String text) {}

    private Answer ask(String... options) throws Exception {
        ProcessBuilder builder = new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin/java").toString(),
                "-classpath",
                System.getProperty("java.class.path"),
                "dev.milliner.Milliner",
                "doctor");
        builder.command().addAll(List.of(options));
        builder.environment().put("PATH", folder.resolve("bin").toString());
        builder.environment().put("XDG_DATA_HOME", folder.toString());
        builder.environment().put("XDG_STATE_HOME", folder.toString());
        builder.redirectError(ProcessBuilder.Redirect.DISCARD);
        Process program = builder.start();
        String text = new String(program.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        return new Answer(program.waitFor(), text);
    }
}
