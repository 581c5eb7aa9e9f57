package dev.milliner.build.boot;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.google.re2j.Pattern;
import dev.milliner.build.boot.BootVerdict.Outcome;
import dev.milliner.ground.HostTools;
import dev.milliner.rpm.Level;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Starts disks of one boot sector in the real QEMU. Skipped where it is missing. */
@Timeout(value = 2, unit = TimeUnit.MINUTES)
class MachineTest {
    private static final Duration LIMIT = Duration.ofSeconds(60);

    @TempDir
    Path folder;

    @BeforeEach
    void qemu() {
        assumeTrue(
                HostTools.find("qemu-system-x86_64").isPresent(),
                "qemu-system-x86_64 is missing; install qemu-system-x86.");
    }

    @Test
    void whatIsTypedReachesTheGuestAndItsAnswerComesBack() throws Exception {
        HeardConsole console = new HeardConsole();
        try (Machine machine = Machine.start(plan("READY\n"), console)) {
            console.awaitText("READY");
            machine.type("one\u0001two");
            console.awaitText("one\u0001two");
            assertThat(machine.isRunning()).isTrue();
        }
        assertThat(console.hasEnded()).isTrue();
        assertNothingIsLeft();
    }

    @Test
    void theDiskIsNotChanged() throws Exception {
        Path disk = TalkingDisk.write(folder.resolve("a disk, with a comma.raw"), "READY\n");
        byte[] before = Files.readAllBytes(disk);
        BootVerdict verdict = check(BootPlan.of(BootRequest.of(disk, Level.V1)), "READY", LIMIT);
        assertThat(verdict.outcome()).isEqualTo(Outcome.SUCCEEDED);
        assertThat(Files.readAllBytes(disk)).isEqualTo(before);
    }

    @Test
    void everyDiskFormatStarts() throws Exception {
        Path converter = HostTools.find("qemu-img").orElse(null);
        assumeTrue(converter != null, "qemu-img is missing; install qemu-utils.");
        Path raw = TalkingDisk.write(folder.resolve("disk.raw"), "READY\n");
        for (List<String> format :
                List.of(List.of("-O", "qcow2"), List.of("-O", "vpc", "-o", "subformat=fixed,force_size"))) {
            Path disk = folder.resolve("disk." + format.get(1));
            List<String> words = new java.util.ArrayList<>(List.of(String.valueOf(converter), "convert"));
            words.addAll(format);
            words.addAll(List.of(raw.toString(), disk.toString()));
            assertThat(new ProcessBuilder(words).inheritIO().start().waitFor()).isZero();
            BootPlan plan = BootPlan.of(BootRequest.of(disk, Level.V1));
            assertThat(plan.shown()).contains("format=" + format.get(1));
            assertThat(check(plan, "READY", LIMIT).outcome()).isEqualTo(Outcome.SUCCEEDED);
        }
    }

    @Test
    void aMarkerMayBeAPatternAndMayStandInAPrompt() throws Exception {
        BootVerdict verdict = check(plan("Welcome\nhost login: "), "^[a-z]+ login:", LIMIT);
        assertThat(verdict.outcome()).isEqualTo(Outcome.SUCCEEDED);
        assertThat(verdict.line()).isEqualTo("host login:");
    }

    @Test
    void whatQemuSaysItselfIsNoMarker() throws Exception {
        BootPlan plan = plan("Almost there\n");
        List<String> words = new java.util.ArrayList<>(plan.command());
        // An option that QEMU warns of on its standard error.
        words.addAll(List.of("-global", "no-such-device.property=READY"));
        HeardConsole console = new HeardConsole();
        BootVerdict verdict = new BootCheck(
                        new BootPlan(plan.disk(), plan.accelerator(), plan.processor(), words),
                        Pattern.compile("no-such-device|QEMU"),
                        Duration.ofSeconds(5),
                        console)
                .run();
        assertThat(console.text()).contains("no-such-device");
        assertThat(verdict.outcome()).isEqualTo(Outcome.MARKER_NOT_SEEN);
        assertThat(verdict.reason()).contains("Almost there");
    }

    @Test
    void aMarkerThatDoesNotComeIsSaidWithTheLastWords() throws Exception {
        BootVerdict verdict = check(plan("Almost there\n"), "There", Duration.ofSeconds(3));
        assertThat(verdict.outcome()).isEqualTo(Outcome.MARKER_NOT_SEEN);
        assertThat(verdict.reason()).contains("'There'", "3 s", "Almost there");
        assertNothingIsLeft();
    }

    @Test
    void aPanicIsNoReasonToWait() throws Exception {
        BootVerdict verdict = check(plan("Kernel panic - not syncing: no init\n"), "There", LIMIT);
        assertThat(verdict.outcome()).isEqualTo(Outcome.KERNEL_PANIC);
        assertThat(verdict.reason()).contains("no init");
    }

    @Test
    void whatTheProcessorLacksIsSaid() throws Exception {
        BootVerdict lacking = check(plan("sh: Illegal instruction\n"), "There", LIMIT);
        assertThat(lacking.outcome()).isEqualTo(Outcome.ILLEGAL_INSTRUCTION);
        assertThat(lacking.reason()).contains("qemu64, has no AVX2");
        Path disk = TalkingDisk.write(folder.resolve("disk.raw"), "sh: Illegal instruction\nThere\n");
        BootPlan haswell = BootPlan.of(new BootRequest(disk, Level.V1, Optional.of("Haswell"), false));
        assertThat(haswell.processor().level()).isEqualTo(Level.V3);
        assertThat(check(haswell, "There", LIMIT).outcome()).isEqualTo(Outcome.SUCCEEDED);
    }

    @Test
    void levelsAndModelsAreProcessors() throws Exception {
        Path disk = TalkingDisk.write(folder.resolve("disk.raw"), "");
        assertThat(BootPlan.of(BootRequest.of(disk, Level.V2)).processor().level())
                .isEqualTo(Level.V2);
        BootPlan without = BootPlan.of(new BootRequest(disk, Level.V3, Optional.of("Haswell,-avx2"), true));
        assertThat(without.processor().level()).isEqualTo(Level.V2);
        assertThat(without.processor().lacks(Level.V3)).containsExactly("avx2");
        assertThat(without.shown()).contains("-cpu Haswell,-avx2", "-nic user", "-snapshot");
        assertThatThrownBy(() -> BootPlan.of(new BootRequest(disk, Level.V3, Optional.of("Hatwell"), false)))
                .isInstanceOf(BootException.class)
                .hasMessageContaining("'Hatwell'");
    }

    @Test
    void whatIsNoDiskIsRefused() throws Exception {
        Path text = Files.writeString(folder.resolve("text"), "no disk");
        assertThatThrownBy(() -> BootPlan.of(BootRequest.of(text, Level.V3)))
                .isInstanceOf(BootException.class)
                .hasMessageContaining("is no disk");
        assertThatThrownBy(() -> BootPlan.of(BootRequest.of(folder.resolve("none"), Level.V3)))
                .isInstanceOf(BootException.class)
                .hasMessageContaining("There is no file");
    }

    /** The machine of a program that is killed goes too. */
    @Test
    void theMachineDoesNotOutliveTheProgram() throws Exception {
        Path disk = TalkingDisk.write(folder.resolve("disk.raw"), "READY\n");
        Process program = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin/java").toString(),
                        "-classpath",
                        System.getProperty("java.class.path"),
                        "dev.milliner.Milliner",
                        "boot",
                        disk.toString(),
                        "--level",
                        "v1",
                        "--check",
                        "never comes")
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .start();
        try (var console = program.errorReader()) {
            String line = console.readLine();
            while (line != null && !line.contains("READY")) {
                line = console.readLine();
            }
            assertThat(line).contains("READY");
            assertThat(ofDisk()).isNotEmpty();
            program.destroyForcibly().waitFor();
            assertNothingIsLeft();
        }
    }

    @Test
    void aShellInAContainerKeepsNothing() {
        assertThat(Containers.shell(Path.of("/usr/bin/podman"), Path.of("/out/a.oci.tar"), "oci", false))
                .containsSubsequence("run", "--rm", "--rmi", "--network", "none", "oci-archive:/out/a.oci.tar");
    }

    /** What was ended may take a moment to be gone from the list of processes. */
    private void assertNothingIsLeft() throws Exception {
        for (ProcessHandle machine : ofDisk()) {
            machine.onExit().get(30, TimeUnit.SECONDS);
        }
        assertThat(ofDisk()).isEmpty();
    }

    private List<ProcessHandle> ofDisk() {
        return ProcessHandle.allProcesses()
                .filter(process -> process.info().commandLine().orElse("").contains("qemu")
                        && process.info().commandLine().orElse("").contains(folder.toString()))
                .toList();
    }

    private BootPlan plan(String text) throws IOException, BootException {
        return BootPlan.of(BootRequest.of(TalkingDisk.write(folder.resolve("disk.raw"), text), Level.V1));
    }

    private static BootVerdict check(BootPlan plan, String marker, Duration limit) throws Exception {
        return new BootCheck(plan, Pattern.compile(marker), limit, new HeardConsole()).run();
    }
}
