package dev.milliner.installer;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Where everything is missing, the scripts ask the package manager for it, and tell what they could not get. */
@Timeout(value = 2, unit = TimeUnit.MINUTES)
class BareMachineTest {
    private static final String ROOT = "case $1 in -u) echo 0 ;; *) echo root ;; esac";

    @TempDir
    Path folder;

    BareMachine machine;

    @BeforeEach
    void makeTheMachine() throws Exception {
        machine = BareMachine.in(folder);
        machine.standIn("id", ROOT);
    }

    @ParameterizedTest
    @CsvSource({
        "start.sh, apt-get, maven git, qemu-system-x86",
        "test.sh, apt-get, maven git, shellcheck",
        "start.sh, dnf, maven git, qemu-system-x86-core",
        "test.sh, dnf, maven git, ShellCheck"
    })
    void whatIsMissingIsAskedForAndTold(String script, String manager, String first, String other) throws Exception {
        machine.standIn(manager, "echo the mirror is down; exit 100");
        BareMachine.Ran ran = machine.run(script);
        assertThat(machine.called())
                .anyMatch(
                        call -> call.startsWith(manager + " install") && call.contains(first) && call.contains(other));
        assertThat(ran.status()).isEqualTo(1);
        assertThat(ran.output())
                .contains(
                        "[1/5] Packages",
                        "Installing with " + manager + ": " + first,
                        "| the mirror is down",
                        "ended with status 100")
                .contains("these packages could not be installed: " + first, "Connect to the network, or install");
    }

    @ParameterizedTest
    @ValueSource(strings = {"start.sh", "test.sh"})
    void withoutAPackageManagerTheUserIsTold(String script) throws Exception {
        BareMachine.Ran ran = machine.run(script);
        assertThat(ran.status()).isEqualTo(1);
        assertThat(ran.output()).contains("neither apt-get nor dnf is here; install by hand: maven git ");
    }

    @Test
    void listsAreFetchedWhenAnInstallationFails() throws Exception {
        machine.standIn("apt-get", "exit 100");
        machine.run("start.sh");
        assertThat(machine.called())
                .filteredOn(call -> call.startsWith("apt-get"))
                .hasSize(2);
        assertThat(machine.called().getLast()).startsWith("apt-get update");
    }

    @ParameterizedTest
    @CsvSource({
        "apt-get, extlinux, E: Unable to locate package extlinux",
        "apt-get, extlinux, E: Package 'extlinux' has no installation candidate",
        "dnf, syslinux-extlinux, No match for argument: syslinux-extlinux"
    })
    void anUnknownPackageKeepsNoOtherBack(String manager, String unknown, String words) throws Exception {
        machine.havePythonsPrograms();
        machine.standIn(manager, "case \"$*\" in *extlinux*) echo \"" + words + "\"; exit 100 ;; esac");
        BareMachine.Ran ran = machine.run("start.sh");
        assertThat(ran.output())
                .contains(manager + " knows no package named: " + unknown)
                .doesNotContain("could not be installed");
        assertThat(machine.called())
                .anyMatch(
                        call -> call.contains(" install ") && call.contains(" mtools ") && !call.contains("extlinux"));
    }

    @Test
    void whoIsNotRootIsToldToBecomeIt() throws Exception {
        machine.standIn("id", "echo 1000");
        machine.standIn("apt-get", "exit 0");
        BareMachine.Ran ran = machine.run("start.sh");
        assertThat(ran.status()).isEqualTo(1);
        assertThat(ran.output()).contains("needs root, and there is no sudo here; as root, install: maven git ");
        assertThat(machine.called()).noneMatch(call -> call.startsWith("apt-get"));
    }

    @Test
    void sudoIsAskedOnceBeforeAnythingIsInstalled() throws Exception {
        machine.standIn("id", "echo 1000");
        machine.standIn("sudo", "\"$@\"");
        machine.standIn("apt-get", "exit 100");
        assertThat(machine.run("start.sh").status()).isEqualTo(1);
        assertThat(machine.called()).containsSubsequence("id -u", "sudo true");
        assertThat(machine.called()).anyMatch(call -> call.startsWith("apt-get install"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"start.sh", "test.sh"})
    void withoutAHomeFolderTheUserIsTold(String script) throws Exception {
        BareMachine.Ran ran = machine.run(Map.of(), line -> {}, script);
        assertThat(ran.status()).isEqualTo(1);
        assertThat(ran.output())
                .contains("HOME is not set; name your home folder: HOME=/home/YOU sh installer/" + script);
    }

    @Test
    void theHomeFolderIsTakenFromTheListOfUsers() throws Exception {
        machine.standIn("getent", "echo user:x:0:0::" + machine.home() + ":/bin/sh");
        machine.standIn("apt-get", "exit 100");
        machine.run(Map.of(), line -> {}, "start.sh");
        assertThat(machine.home().resolve(".local/state/milliner/installer.log"))
                .exists();
    }

    @Test
    void aHomeFolderThatCannotBeWrittenIsTold() throws Exception {
        Path file = Files.createFile(folder.resolve("file"));
        BareMachine.Ran ran = machine.run(Map.of("HOME", file.toString()), line -> {}, "start.sh");
        assertThat(ran.status()).isEqualTo(1);
        assertThat(ran.output()).contains("cannot be written; make HOME (" + file + ") a folder that you own");
    }

    /** The stand-in ends only when the script has said that it lives. */
    @Test
    void aSlowInstallationShowsThatItLives() throws Exception {
        Path go = folder.resolve("go");
        machine.borrow("sleep");
        machine.standIn("apt-get", "echo Unpacking slowly; while [ ! -e " + go + " ]; do sleep 0.1; done; exit 100");
        BareMachine.Ran ran = machine.run(
                Map.of("HOME", machine.home().toString()),
                line -> {
                    if (line.matches(" +[0-9]+ s: Unpacking slowly")) {
                        touch(go);
                    }
                },
                "start.sh");
        assertThat(ran.status()).isEqualTo(1);
    }

    private static void touch(Path file) {
        try {
            Files.writeString(file, "");
        } catch (java.io.IOException fault) {
            throw new java.io.UncheckedIOException(fault);
        }
    }
}
