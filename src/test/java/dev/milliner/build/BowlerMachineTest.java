package dev.milliner.build;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.google.re2j.Pattern;
import dev.milliner.build.boot.BootCheck;
import dev.milliner.build.boot.BootPlan;
import dev.milliner.build.boot.BootRequest;
import dev.milliner.build.boot.BootVerdict;
import dev.milliner.build.boot.ContainerStart;
import dev.milliner.build.boot.HeardConsole;
import dev.milliner.build.history.BuildStore;
import dev.milliner.build.host.Privileges;
import dev.milliner.build.kiwi.PreviewCheck;
import dev.milliner.build.rpm.BuiltPackages;
import dev.milliner.build.run.BuildResult;
import dev.milliner.build.run.Outcome;
import dev.milliner.distro.Distro;
import dev.milliner.distro.Image;
import dev.milliner.distro.Problem;
import dev.milliner.ground.HostTools;
import dev.milliner.image.ArtifactTools;
import dev.milliner.image.Carrier;
import dev.milliner.image.ContainerUpdate;
import dev.milliner.image.Inspection;
import dev.milliner.image.Inspector;
import dev.milliner.image.Volume;
import dev.milliner.image.WayBack;
import dev.milliner.rpm.Level;
import dev.milliner.rpm.Repositories;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** What machines boot of the sample distro is built, inspected and started. */
@Timeout(value = 5, unit = TimeUnit.MINUTES)
class BowlerMachineTest extends BowlerBuilds {
    /** A line counts as soon as it matches, so the pattern has all of it. */
    private static final String REFUSED = "^BOWLER-ROOT refuses what is written: .*Read-only file system";

    @Test
    void theDiskIsBuiltAndBoots() throws Exception {
        assumeToolsFor("oem");
        assumeTrue(Privileges.isRoot(), "Disks are built by root; this test is not run by root.");
        assumeTrue(HostTools.find("extlinux").isPresent(), "extlinux is missing; install extlinux.");
        assumeTrue(
                HostTools.find("qemu-system-x86_64").isPresent(),
                "qemu-system-x86_64 is missing; install qemu-system-x86.");
        RecordingListener listener = new RecordingListener(event -> {});
        BuildResult result = build(DISK, listener);
        assumeTrue(
                result.problems().stream()
                        .noneMatch(problem -> problem.message().contains("kernel")),
                "No kernel can be had here.");
        assertThat(result.outcome()).as(listener.tail()).isEqualTo(Outcome.SUCCEEDED);
        assertLeftClean(result);
        Path disk = result.artifacts().getFirst().path();
        Inspection inspection = Inspector.inspect(disk);
        assertThat(inspection.packages()).hasSize(7);
        assertThat(inspection.boot().kernels()).isNotEmpty();
        assertPreviewIsTheBuild(DISK, result, inspection);
        assertThat(boot(disk, Level.V3).outcome()).isEqualTo(BootVerdict.Outcome.SUCCEEDED);
        BootVerdict tooOld = boot(disk, Level.V1);
        assertThat(tooOld.outcome()).isEqualTo(BootVerdict.Outcome.ILLEGAL_INSTRUCTION);
        assertThat(tooOld.reason()).contains("qemu64, has no AVX2", "built for x86-64-v3 (brim, greet)");
    }

    /** Its root is read from squashfs, what is claimed of it holds, and at its start a write to the root is refused. */
    @Test
    void theHostIsBuiltAndRefusesWhatIsWritten() throws Exception {
        assumeToolsFor("oem");
        assumeTrue(Privileges.isRoot(), "Disks are built by root; this test is not run by root.");
        for (String tool :
                List.of("extlinux", "qemu-system-x86_64", "mksquashfs", "unsquashfs", "veritysetup", "dmsetup")) {
            assumeTrue(HostTools.find(tool).isPresent(), tool + " is missing.");
        }
        RecordingListener listener = new RecordingListener(event -> {});
        BuildResult result = build(HOST, listener);
        assumeKernel(result);
        assertThat(result.outcome()).as(listener.tail()).isEqualTo(Outcome.SUCCEEDED);
        assertLeftClean(result);
        Path disk = result.artifacts().getFirst().path();
        Inspection inspection = Inspector.inspect(disk);
        assertThat(inspection.carrier()).isInstanceOfSatisfying(Carrier.Disk.class, carrier -> {
            assertThat(carrier.volumes()).hasSize(2);
            assertThat(carrier.volumes().getFirst()).isEqualTo(new Volume(1, "ext4", "/boot", true, true));
            assertThat(carrier.volumes().getLast().words()).isEqualTo("partition 2 (squashfs)");
            assertThat(carrier.volumes().getLast().verity().words())
                    .matches("verity root hash matches: [0-9a-f]{64}, named by /boot/extlinux/extlinux.conf");
        });
        assertThat(inspection.boot().kernels()).containsExactly("/boot/vmlinuz");
        assertPreviewIsTheBuild(HOST, result, inspection);
        Distro distro = distro(Map.of());
        Image image = Objects.requireNonNull(distro.images().get(HOST));
        assertThat(check(distro, image, inspection)).isEmpty();
        Distro other =
                distro(changed("images/host/bowler-host.claims.toml", "writable = [\"/boot\"]", "writable = []"));
        assertThat(check(other, image, inspection))
                .singleElement()
                .extracting(Problem::message)
                .asString()
                .contains("partition 1 (ext4) is mounted at /boot", "not named");
        assertThat(boot(
                                BootPlan.of(BootRequest.of(disk, Level.V3)),
                                REFUSED,
                                "BOWLER-VERITY its root hash is held against")
                        .reason())
                .contains("refuses what is written");
        assertAChangedByteIsNoticed(distro, image, disk);
    }

    /**
     * One byte of the root: behind its files, where no file system notices, the claim no longer holds; within them the machine
     * notices itself.
     */
    private void assertAChangedByteIsNoticed(Distro distro, Image image, Path disk) throws Exception {
        String start = "cp " + disk + " changed.raw; start=$(sfdisk -J changed.raw | tr -d ' \n'"
                + " | sed 's/.*\"start\":\\([0-9]*\\).*/\\1/'); ";
        ArtifactTools.sh(
                folder,
                start + "size=$(od -An -tu8 -j$((start * 512 + 40)) -N8 changed.raw); [ $((size % 4096)) -ne 0 ];"
                        + " printf X | dd of=changed.raw bs=1 seek=$((start * 512 + size)) conv=notrunc status=none");
        Path changed = folder.resolve("changed.raw");
        assertThat(check(distro, image, Inspector.inspect(changed)))
                .singleElement()
                .extracting(Problem::message)
                .asString()
                .matches("'verity = true' does not hold: partition 2 \\(squashfs\\): verity root hash does not match:"
                        + " block \\d+ of the data is not as the hash tree says\\.");
        ArtifactTools.sh(
                folder,
                start + "printf X | dd of=changed.raw bs=1 seek=$((start * 512 + 8200)) conv=notrunc status=none");
        HeardConsole console = new HeardConsole();
        BootVerdict verdict = new BootCheck(
                        BootPlan.of(BootRequest.of(changed, Level.V3)),
                        Pattern.compile("verity: .*data block 2 is corrupted"),
                        Duration.ofMinutes(2),
                        console)
                .run();
        assertThat(verdict.outcome()).as(verdict.reason()).isEqualTo(BootVerdict.Outcome.SUCCEEDED);
        assertThat(console.text()).doesNotContain("BOWLER-BOOT-OK");
    }

    /** A kernel is in it, which starts it as a machine and refuses a write to its root; the label says so, and one more layer is all that an update to the next fetches. */
    @Test
    void theBootableContainerIsBuiltAndBootsAndUpdatesByLayers() throws Exception {
        assumeToolsFor("oci");
        RecordingListener listener = new RecordingListener(event -> {});
        BuildResult result = build(BOOTABLE, listener);
        assumeKernel(result);
        assertThat(result.outcome()).as(listener.tail()).isEqualTo(Outcome.SUCCEEDED);
        Path archive = result.artifacts().getFirst().path();
        Inspection inspection = Inspector.inspect(archive);
        assertPreviewIsTheBuild(BOOTABLE, result, inspection);
        assertThat(inspection.boot().kernels()).singleElement().asString().matches("/usr/lib/modules/[^/]+/vmlinuz");
        assertThat(inspection.carrier())
                .isInstanceOfSatisfying(Carrier.Container.class, container -> assertThat(container.isBootable())
                        .isTrue());
        Distro distro = distro(Map.of());
        Image image = Objects.requireNonNull(distro.images().get(BOOTABLE));
        assertThat(check(distro, image, inspection)).isEmpty();
        Inspection unlabelled = inspection.carriedBy(new Carrier.Container(Map.of(), List.of()));
        assertThat(check(distro, image, unlabelled))
                .singleElement()
                .extracting(Problem::message)
                .asString()
                .contains("not labelled containers.bootc=1");
        assumeTrue(HostTools.find("sqfstar").isPresent(), "sqfstar is missing; install squashfs-tools.");
        assumeTrue(HostTools.find("qemu-system-x86_64").isPresent(), "qemu-system-x86_64 is missing.");
        try (ContainerStart start = ContainerStart.of(archive)) {
            BootPlan plan = BootPlan.of(BootRequest.of(archive, Level.V3), start);
            assertThat(boot(plan, REFUSED).reason()).contains("refuses what is written");
        }
        ArtifactTools.sh(
                folder,
                "skopeo copy -q oci-archive:" + archive + " oci:lay:1; umoci unpack --rootless --image lay:1 next;"
                        + "echo more > next/rootfs/usr/share/more; umoci repack --image lay:2 next;"
                        + "skopeo copy -q oci:lay:2 oci-archive:next.tar");
        ContainerUpdate update = ContainerUpdate.of(inspection, Inspector.inspect(folder.resolve("next.tar")))
                .orElseThrow();
        assertThat(update.stay()).hasSize(1);
        assertThat(update.come()).hasSize(1);
        assertThat(update.go()).isEmpty();
        assertThat(ContainerUpdate.size(update.come())).isLessThan(100_000);
        assertThat(update.back()).isEqualTo(WayBack.POSSIBLE);
    }

    private List<Problem> check(Distro distro, Image image, Inspection inspection) {
        return new PreviewCheck(BuiltPackages.of(new BuildStore(folder), distro(Map.of())), new Repositories())
                .check(distro, image, inspection)
                .claims();
    }

    private static void assumeKernel(BuildResult result) {
        assumeTrue(
                result.problems().stream()
                        .noneMatch(problem -> problem.message().contains("kernel")),
                "No kernel can be had here.");
    }

    /** Waits for what only a program that is compiled for x86-64-v3 writes. */
    private static BootVerdict boot(Path disk, Level level) throws Exception {
        return boot(BootPlan.of(BootRequest.of(disk, level)), "^brim: x86-64-v3");
    }

    private static BootVerdict boot(BootPlan plan, String marker, String... said) throws Exception {
        HeardConsole console = new HeardConsole();
        BootVerdict verdict = new BootCheck(plan, Pattern.compile(marker), Duration.ofMinutes(2), console).run();
        assertThat(console.text()).contains("BOWLER-BOOT-OK Bowler 1.0 (x86-64-v3)");
        for (String words : said) {
            assertThat(console.text()).contains(words);
        }
        return verdict;
    }
}
