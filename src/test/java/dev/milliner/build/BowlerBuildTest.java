package dev.milliner.build;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.google.re2j.Pattern;
import dev.milliner.build.boot.BootCheck;
import dev.milliner.build.boot.BootPlan;
import dev.milliner.build.boot.BootRequest;
import dev.milliner.build.boot.BootVerdict;
import dev.milliner.build.boot.HeardConsole;
import dev.milliner.build.explain.FaultPlace;
import dev.milliner.build.explain.Finding;
import dev.milliner.build.history.BuildStore;
import dev.milliner.build.history.FileList;
import dev.milliner.build.host.Containment;
import dev.milliner.build.host.HostCheck;
import dev.milliner.build.host.HostFinding;
import dev.milliner.build.host.MountTable;
import dev.milliner.build.host.Privileges;
import dev.milliner.build.kiwi.PreviewCheck;
import dev.milliner.build.kiwi.PreviewDifference;
import dev.milliner.build.log.Stage;
import dev.milliner.build.rpm.BuiltPackages;
import dev.milliner.build.run.BuildEvent.Finished;
import dev.milliner.build.run.BuildEvent.LogLine;
import dev.milliner.build.run.BuildEvent.ProblemFound;
import dev.milliner.build.run.BuildEvent.Progress;
import dev.milliner.build.run.BuildEvent.StageFinished;
import dev.milliner.build.run.BuildEvent.StageStarted;
import dev.milliner.build.run.BuildFolder;
import dev.milliner.build.run.BuildRequest;
import dev.milliner.build.run.BuildResult;
import dev.milliner.build.run.ImagePackage;
import dev.milliner.build.run.Outcome;
import dev.milliner.distro.Distro;
import dev.milliner.distro.DistroLoader;
import dev.milliner.distro.Image;
import dev.milliner.distro.Problem;
import dev.milliner.ground.HostTools;
import dev.milliner.image.ArtifactTools;
import dev.milliner.image.Carrier;
import dev.milliner.image.ContainerUpdate;
import dev.milliner.image.ImagePlan;
import dev.milliner.image.Inspection;
import dev.milliner.image.Inspector;
import dev.milliner.image.Volume;
import dev.milliner.image.WayBack;
import dev.milliner.rpm.Level;
import dev.milliner.rpm.Repositories;
import dev.milliner.source.BufferTree;
import dev.milliner.source.DiskTree;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Builds the sample distro with the real tools. Skipped where one is missing; the message names it. */
@Timeout(value = 5, unit = TimeUnit.MINUTES)
class BowlerBuildTest {
    private static final Path ROOT = Path.of("sample-distros/bowler");
    private static final String CONTAINER = "bowler-container";
    private static final String ARCHIVE = "bowler-root";
    private static final String DISK = "bowler-disk";
    private static final String HOST = "bowler-host";
    private static final String BOOTABLE = "bowler-bootc";

    @TempDir
    Path folder;

    @Test
    void theContainerIsBuiltAndHoldsWhatItShould() throws Exception {
        assumeToolsFor("oci");
        RecordingListener listener = new RecordingListener(event -> {});
        BuildResult result = build(CONTAINER, listener);
        assertThat(result.outcome()).as(listener.tail()).isEqualTo(Outcome.SUCCEEDED);
        assertEventsInOrder(listener, result);
        assertThat(result.packages())
                .extracting(ImagePackage::name)
                .containsExactly("bowler-release", "brim", "busybox", "filesystem", "greet", "ribbon");
        assertThat(result.level().v3()).isEqualTo(2);
        assertLeftClean(result);
        Inspection inspection = Inspector.inspect(result.artifacts().getFirst().path());
        assertThat(inspection.format()).isEqualTo("oci");
        assertPreviewIsTheBuild(CONTAINER, result, inspection);
        Distro without = distro(changed(
                "images/container/bowler-container.kiwi", "<package name=\"ribbon\"/>", "<package name=\"greet\"/>"));
        assertThat(PreviewDifference.of(preview(without, CONTAINER), inspection).words())
                .contains("in 1 package", "ribbon-", "was not foreseen");
        assertThat(inspection.level()).isEqualTo(result.level());
        assertThat(FileList.read(result.log().resolveSibling(BuildFolder.FILES))
                        .orElseThrow()
                        .files())
                .filteredOn(file -> file.path().equals("/usr/bin/greet"))
                .singleElement()
                .satisfies(file -> assertThat(file.digest()).hasSize(64));
        assertThat(inspection.files())
                .extracting(Inspection.ImageFile::path)
                .contains("/init", "/usr/bin/greet", "/usr/share/greet/motto.txt")
                .doesNotContain("/usr/share/doc/greet/greet.txt");
    }

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
        for (String tool : List.of("extlinux", "qemu-system-x86_64", "mksquashfs", "unsquashfs")) {
            assumeTrue(HostTools.find(tool).isPresent(), tool + " is missing.");
        }
        RecordingListener listener = new RecordingListener(event -> {});
        BuildResult result = build(HOST, listener);
        assumeKernel(result);
        assertThat(result.outcome()).as(listener.tail()).isEqualTo(Outcome.SUCCEEDED);
        assertLeftClean(result);
        Path disk = result.artifacts().getFirst().path();
        Inspection inspection = Inspector.inspect(disk);
        assertThat(inspection.carrier())
                .isEqualTo(new Carrier.Disk(List.of(
                        new Volume(1, "ext4", "/boot", true, true), new Volume(2, "squashfs", "/", true, false))));
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
        // A line counts as soon as it matches, so the pattern has all of it.
        String marker = "^BOWLER-ROOT refuses what is written: .*Read-only file system";
        assertThat(boot(disk, Level.V3, marker).reason()).contains("refuses what is written");
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

    /** A kernel is in it, the label says so, and one more layer is all that an update to the next fetches. */
    @Test
    void theBootableContainerIsBuiltAndUpdatesByLayers() throws Exception {
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

    @Test
    void theRootArchiveIsBuilt() throws Exception {
        assumeToolsFor("tbz");
        RecordingListener listener = new RecordingListener(event -> {});
        BuildResult result = build(ARCHIVE, listener);
        assertThat(result.outcome()).as(listener.tail()).isEqualTo(Outcome.SUCCEEDED);
        assertThat(result.artifacts().getFirst().kind()).isEqualTo("root_archive");
        Inspection inspection = Inspector.inspect(result.artifacts().getFirst().path());
        assertThat(inspection.format()).isEqualTo("tar");
        assertPreviewIsTheBuild(ARCHIVE, result, inspection);
        assertLeftClean(result);
    }

    @Test
    void theProfileChoosesTheType() throws Exception {
        assumeToolsFor("docker");
        String description = Files.readString(ROOT.resolve("images/root/bowler-root.kiwi"));
        BuildResult result = build(
                ARCHIVE,
                new RecordingListener(event -> {}),
                Map.of(
                        "images/root/bowler-root.kiwi",
                        description
                                .replace(
                                        "  <preferences>",
                                        "  <profiles><profile name=\"small\" description=\"small\"/></profiles>\n"
                                                + "  <preferences profiles=\"small\"><type image=\"docker\">"
                                                + "<containerconfig name=\"bowler/small\"/></type></preferences>\n"
                                                + "  <preferences>")
                                .replace("    <type image=\"tbz\"/>\n", ""),
                        "images/images.toml",
                        Files.readString(ROOT.resolve("images/images.toml"))
                                .replace("root/bowler-root.kiwi\"", "root/bowler-root.kiwi\", profile = \"small\"")
                                .replace("container = false\nmachine", "container = true\nmachine")));
        assertThat(result.outcome()).as(result.problems().toString()).isEqualTo(Outcome.SUCCEEDED);
        assertThat(Inspector.inspect(result.artifacts().getFirst().path()).format())
                .isEqualTo("docker");
    }

    @Test
    void aTypeThatIsNotBuiltIsRefusedBeforeAnythingRuns() throws Exception {
        RecordingListener listener = new RecordingListener(event -> {});
        BuildResult result =
                build(ARCHIVE, listener, changed("images/root/bowler-root.kiwi", "image=\"tbz\"", "image=\"pxe\""));
        assertThat(result.outcome()).isEqualTo(Outcome.FAILED);
        assertThat(result.problems()).singleElement().satisfies(problem -> {
            assertThat(problem.message()).contains("'pxe'", "is not built here");
            assertThat(problem.fix()).contains("oci, docker, tbz, ext4 and oem", "images/root/bowler-root.kiwi");
        });
        assertThat(listener.events(StageStarted.class)).isEmpty();
    }

    /** What KIWI lists, what a preview of now foresees and what the artifact holds are one list, and nothing is found. */
    private void assertPreviewIsTheBuild(String image, BuildResult result, Inspection inspection) throws Exception {
        assertOnlyTheHostsBusyboxIsLower(result);
        List<String> listed = result.artifacts().stream()
                .filter(artifact -> artifact.kind().equals("image_packages"))
                .flatMap(artifact -> lines(artifact.path()).stream())
                .map(line -> line.split("\\|", -1))
                .map(words -> words[0] + "-" + (words[1].equals("(none)") ? "" : words[1] + ":") + words[2] + "-"
                        + words[3] + "." + words[4])
                .sorted()
                .toList();
        assertThat(listed).isNotEmpty();
        ImagePlan preview = preview(distro(Map.of()), image);
        assertThat(preview.problems()).isEmpty();
        assertThat(preview.packages().stream()
                        .map(one -> one.nevra().toString())
                        .sorted()
                        .toList())
                .isEqualTo(listed);
        assertThat(inspection.packages().stream()
                        .map(one -> one.installed().nevra().toString())
                        .sorted()
                        .toList())
                .isEqualTo(listed);
    }

    /** The sample packs the host's own busybox, which is compiled for any processor. */
    private static void assertOnlyTheHostsBusyboxIsLower(BuildResult result) {
        assertThat(result.problems()).singleElement().satisfies(problem -> {
            assertThat(problem.message()).startsWith("Built for x86-64-v3, and not shown to be: busybox (");
            assertThat(problem.message()).doesNotContain("brim", "greet");
        });
    }

    private ImagePlan preview(Distro distro, String image) throws IOException {
        BuiltPackages built = BuiltPackages.of(new BuildStore(folder), distro);
        return new PreviewCheck(built, new Repositories())
                .preview(distro, Objects.requireNonNull(distro.images().get(image)));
    }

    private static List<String> lines(Path file) {
        try {
            return Files.readAllLines(file);
        } catch (IOException unreadable) {
            throw new java.io.UncheckedIOException(unreadable);
        }
    }

    @Test
    void stoppedWhilePackagesAreInstalledItLeavesNothing() throws Exception {
        assumeToolsFor("oci");
        stopsAt(CONTAINER, "bootstrap: Dependencies resolved");
    }

    @Test
    void stoppedWhileTheDiskIsMountedItLeavesNothing() throws Exception {
        assumeToolsFor("oem");
        assumeTrue(Privileges.isRoot(), "Disks are built by root; this test is not run by root.");
        stopsAt(DISK, "Syncing system to image");
    }

    @Test
    void stoppedWhilePackagesAreBuiltItLeavesNothing() throws Exception {
        assumeToolsFor("oci");
        stopsAt(CONTAINER, "Building busybox");
    }

    @Test
    void aPackageThatIsNowhereIsTheCause() throws Exception {
        assumeToolsFor("oci");
        RecordingListener listener = new RecordingListener(event -> {});
        BuildResult result = build(
                CONTAINER,
                listener,
                changed("images/container/bowler-container.kiwi", "\"ribbon\"", "\"no-such-package\""));
        assertThat(result.outcome()).isEqualTo(Outcome.FAILED);
        assertThat(result.problems())
                .extracting(ProblemFound::message)
                .anyMatch(text -> text.contains("no-such-package"));
        assertThat(result.explanation()).get().satisfies(explanation -> {
            Finding cause = explanation.cause().orElseThrow();
            assertThat(cause.cause()).contains("no-such-package");
            assertThat(cause.place())
                    .get()
                    .extracting(FaultPlace::file)
                    .isEqualTo("images/container/bowler-container.kiwi");
            assertThat(Files.readAllLines(result.log()).get(explanation.lines().getFirst() - 1))
                    .contains("no-such-package");
        });
        assertLeftClean(result);
    }

    @Test
    void aWrongClaimIsFoundInWhatWasBuilt() throws Exception {
        assumeToolsFor("oci");
        String claims = Files.readString(ROOT.resolve("images/images.toml"));
        assertThat(claims).contains("systemd = false");
        BuildResult result = build(
                CONTAINER,
                new RecordingListener(event -> {}),
                Map.of(
                        "images/images.toml",
                        claims.replace("systemd = false", "systemd = true")
                                .replace("machine-bootable = false", "machine-bootable = true")));
        assertThat(result.outcome()).isEqualTo(Outcome.SUCCEEDED);
        assertThat(result.artifacts()).isNotEmpty();
        assertThat(result.problems()).hasSize(4).allSatisfy(problem -> assertThat(problem.stage())
                .isEqualTo(Stage.INSPECT));
        assertThat(result.problems().subList(1, 4)).allSatisfy(problem -> {
            assertThat(problem.fix()).contains("images/images.toml:");
        });
    }

    @Test
    void whatADescriptionIncludesIsBuiltAndForeseen() throws Exception {
        assumeToolsFor("oci");
        String file = "images/container/bowler-container.kiwi";
        String text = Files.readString(ROOT.resolve(file));
        String line = "<package name=\"ribbon\"/>";
        assertThat(text).contains(line);
        Map<String, String> buffers = Map.of(
                file,
                text.replace(line, "").replace("</image>", "  <include from=\"this://./more.xml\"/>\n</image>"),
                "images/container/more.xml",
                "<image schemaversion=\"8.0\" name=\"more\">\n  <packages type=\"bootstrap\">" + line
                        + "</packages>\n</image>\n");
        BuildResult result = build(CONTAINER, new RecordingListener(event -> {}), buffers);
        assertOnlyTheHostsBusyboxIsLower(result);
        assertThat(result.packages())
                .extracting(ImagePackage::name)
                .contains("ribbon")
                .hasSize(6);
    }

    @Test
    void anOverlayThatDoesNotApplyIsTheCause() throws Exception {
        assumeToolsFor("oci");
        BuildResult result = build(
                CONTAINER,
                new RecordingListener(event -> {}),
                changed("comps/greet/greet.comp.toml", "^gcc ", "^clang "));
        assertThat(result.outcome()).isEqualTo(Outcome.FAILED);
        assertThat(result.problems()).singleElement().satisfies(problem -> {
            assertThat(problem.stage()).isEqualTo(Stage.SOURCES);
            assertThat(problem.message()).contains("greet", "`^clang `");
        });
    }

    private void stopsAt(String image, String line) throws Exception {
        CompletableFuture<Build> build = new CompletableFuture<>();
        RecordingListener listener = new RecordingListener(event -> {
            if (event instanceof LogLine log && log.text().contains(line)) {
                build.join().stop();
            }
        });
        build.complete(Build.start(
                BuildRequest.of(distro(Map.of()), image).of(network(image)), listener, new BuildStore(folder)));
        BuildResult result = build.join().await();
        assertThat(result.outcome()).as(listener.tail()).isEqualTo(Outcome.STOPPED);
        assertThat(listener.events().getLast()).isInstanceOf(Finished.class);
        assertLeftClean(result);
    }

    /** What has a kernel has it fetched. */
    private static Containment network(String image) {
        return Set.of(DISK, HOST, BOOTABLE).contains(image) ? Containment.WITH_NETWORK : Containment.CLOSED;
    }

    private BuildResult build(String image, RecordingListener listener) throws Exception {
        return build(image, listener, Map.of());
    }

    private BuildResult build(String image, RecordingListener listener, Map<String, String> buffers) throws Exception {
        BuildRequest request = new BuildRequest(distro(buffers), image, Level.V3, Optional.empty()).of(network(image));
        return Build.start(request, listener, new BuildStore(folder)).await();
    }

    private static Distro distro(Map<String, String> buffers) {
        return new DistroLoader().load(new BufferTree(new DiskTree(ROOT), buffers));
    }

    private static Map<String, String> changed(String file, String from, String to) throws IOException {
        String text = Files.readString(ROOT.resolve(file));
        assertThat(text).contains(from);
        return Map.of(file, text.replace(from, to));
    }

    private static void assertEventsInOrder(RecordingListener listener, BuildResult result) {
        assertThat(listener.events(StageStarted.class))
                .extracting(StageStarted::stage)
                .containsExactly(Stage.values());
        assertThat(listener.events(StageFinished.class)).allMatch(StageFinished::succeeded);
        List<Double> progress =
                listener.events(Progress.class).stream().map(Progress::fraction).toList();
        assertThat(progress).isSorted().endsWith(1.0);
        assertThat(progress).hasSizeGreaterThan(15);
        List<Long> sequence =
                listener.events(LogLine.class).stream().map(LogLine::sequence).toList();
        assertThat(sequence).isSorted().startsWith(1L).hasSize(Math.toIntExact(sequence.getLast()));
        assertThat(listener.events().getLast()).isEqualTo(new Finished(result));
    }

    /** No mount, no loop device, no process, and none of the files that a build works with. */
    private static void assertLeftClean(BuildResult result) throws Exception {
        Path build = Objects.requireNonNull(result.log().getParent());
        assertThat(build.resolve("work")).doesNotExist();
        assertThat(MountTable.below(build)).isEmpty();
        assertThat(output("losetup", "--noheadings", "--raw", "--output", "BACK-FILE"))
                .doesNotContain(build.toString());
        assertThat(ProcessHandle.allProcesses()
                        .filter(process ->
                                process.info().commandLine().orElse("").contains(build.toString()))
                        .map(ProcessHandle::info))
                .isEmpty();
    }

    private static void assumeToolsFor(String type) {
        for (HostFinding finding : HostCheck.forImage(type, Path.of("/var/tmp"))) {
            assumeTrue(finding.ok(), finding.check() + ": " + finding.found() + "; " + finding.fix());
        }
        assumeTrue(HostTools.find("gcc").isPresent(), "gcc is missing; install gcc.");
        assumeTrue(HostTools.find("busybox").isPresent(), "busybox is missing; install busybox-static.");
    }

    /** Waits for what only a program that is compiled for x86-64-v3 writes. */
    private static BootVerdict boot(Path disk, Level level) throws Exception {
        return boot(disk, level, "^brim: x86-64-v3");
    }

    private static BootVerdict boot(Path disk, Level level, String marker) throws Exception {
        BootPlan plan = BootPlan.of(BootRequest.of(disk, level));
        HeardConsole console = new HeardConsole();
        BootVerdict verdict = new BootCheck(plan, Pattern.compile(marker), Duration.ofMinutes(2), console).run();
        assertThat(console.text()).contains("BOWLER-BOOT-OK Bowler 1.0 (x86-64-v3)");
        return verdict;
    }

    private static String output(String... command) throws Exception {
        Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
        String text = new String(process.getInputStream().readAllBytes(), java.nio.charset.StandardCharsets.UTF_8);
        process.waitFor();
        return text;
    }
}
