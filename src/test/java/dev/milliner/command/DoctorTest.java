package dev.milliner.command;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
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

    @Test
    void whatIsInstalledForTheUserGoesWhereItIsLookedFor() throws Exception {
        JsonNode kiwi = of(report("apt-get", ""), "kiwi-ng");
        assertThat(kiwi.path("found").asString()).isEqualTo("missing");
        assertThat(kiwi.path("fix").asString())
                .contains(
                        "venv " + folder.resolve("milliner/kiwi"),
                        folder.resolve("milliner/kiwi/bin/pip") + " install");
    }

    @Test
    void rootIsToldNothingThatRootCannotUse() throws Exception {
        assumeTrue("root".equals(System.getProperty("user.name")), "skipped: this user is not root");
        Map<String, JsonNode> report = report("apt-get", "mock");
        assertThat(report.values())
                .allSatisfy(finding -> assertThat(finding.path("fix").asString())
                        .doesNotContain("sudo", "su -c", "usermod", "newgrp"));
        assertThat(report).doesNotContainKey("sudo");
        assertThat(of(report, "an ordinary user").path("fix").asString()).contains("an ordinary user");
    }

    @Test
    void aDeviceThatWasNotTriedIsNotSaidToWork() throws Exception {
        assumeTrue(
                Files.isReadable(Path.of("/dev/kvm")) && Files.isWritable(Path.of("/dev/kvm")),
                "skipped: there is no /dev/kvm here");
        JsonNode kvm = of(report("apt-get", "qemu-system-x86_64"), "kvm");
        assertThat(kvm.path("found").asString()).isEqualTo("/dev/kvm, not tried without QEMU");
    }

    @ParameterizedTest
    @CsvSource({"exit 1, missing", "exit 0, available"})
    void aClientOfKojiWithoutKerberosIsSeen(String answer, String found) throws Exception {
        Path place = Files.createDirectories(folder.resolve("milliner/koji/bin"));
        Files.createFile(place.resolveSibling("pyvenv.cfg"));
        program(place.resolve("python3"), "#!/bin/sh\n" + answer + "\n");
        program(place.resolve("koji"), "#!" + place.resolve("python3") + "\n");
        JsonNode kerberos = of(report("apt-get", ""), "koji by Kerberos");
        assertThat(kerberos.path("ok").asBoolean()).isTrue();
        assertThat(kerberos.path("found").asString()).isEqualTo(found);
        String fix = kerberos.path("fix").asString();
        assertThat(fix.isEmpty()).isEqualTo(found.equals("available"));
        if (!fix.isEmpty()) {
            assertThat(fix).contains("libkrb5-dev").endsWith(place.resolve("pip") + " install requests-gssapi gssapi");
        }
    }

    private static void program(Path file, String text) throws IOException {
        Files.writeString(file, text);
        assertThat(file.toFile().setExecutable(true)).isTrue();
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
                program(script, "#!/bin/sh\n");
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
