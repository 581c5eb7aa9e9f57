package dev.milliner.build;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.milliner.build.history.BuildStore;
import dev.milliner.build.host.Containment;
import dev.milliner.build.host.HostCheck;
import dev.milliner.build.host.HostFinding;
import dev.milliner.build.host.MountTable;
import dev.milliner.build.kiwi.PreviewCheck;
import dev.milliner.build.rpm.BuiltPackages;
import dev.milliner.build.run.BuildRequest;
import dev.milliner.build.run.BuildResult;
import dev.milliner.distro.Distro;
import dev.milliner.distro.DistroLoader;
import dev.milliner.ground.HostTools;
import dev.milliner.image.ImagePlan;
import dev.milliner.image.Inspection;
import dev.milliner.rpm.Level;
import dev.milliner.rpm.Repositories;
import dev.milliner.source.BufferTree;
import dev.milliner.source.DiskTree;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.io.TempDir;

/** Builds the sample distro with the real tools into a folder of its own. Skipped where one is missing; the message names it. */
abstract class BowlerBuilds {
    static final Path ROOT = Path.of("sample-distros/bowler");
    static final String CONTAINER = "bowler-container";
    static final String ARCHIVE = "bowler-root";
    static final String DISK = "bowler-disk";
    static final String HOST = "bowler-host";
    static final String BOOTABLE = "bowler-bootc";

    @TempDir
    Path folder;

    BuildResult build(String image, RecordingListener listener) throws Exception {
        return build(image, listener, Map.of());
    }

    BuildResult build(String image, RecordingListener listener, Map<String, String> buffers) throws Exception {
        BuildRequest request = new BuildRequest(distro(buffers), image, Level.V3, Optional.empty()).of(network(image));
        return Build.start(request, listener, new BuildStore(folder)).await();
    }

    static Distro distro(Map<String, String> buffers) {
        return new DistroLoader().load(new BufferTree(new DiskTree(ROOT), buffers));
    }

    static Map<String, String> changed(String file, String from, String to) throws IOException {
        String text = Files.readString(ROOT.resolve(file));
        assertThat(text).contains(from);
        return Map.of(file, text.replace(from, to));
    }

    /** What has a kernel has it fetched. */
    static Containment network(String image) {
        return Set.of(DISK, HOST, BOOTABLE).contains(image) ? Containment.WITH_NETWORK : Containment.CLOSED;
    }

    ImagePlan preview(Distro distro, String image) throws IOException {
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

    /** What KIWI lists, what a preview of now foresees and what the artifact holds are one list, and nothing is found. */
    void assertPreviewIsTheBuild(String image, BuildResult result, Inspection inspection) throws Exception {
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
    static void assertOnlyTheHostsBusyboxIsLower(BuildResult result) {
        assertThat(result.problems()).singleElement().satisfies(problem -> {
            assertThat(problem.message()).startsWith("Built for x86-64-v3, and not shown to be: busybox (");
            assertThat(problem.message()).doesNotContain("brim", "greet");
        });
    }

    /** No mount, no loop device, no process, and none of the files that a build works with. */
    static void assertLeftClean(BuildResult result) throws Exception {
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

    static void assumeToolsFor(String type) {
        for (HostFinding finding : HostCheck.forImage(type, Path.of("/var/tmp"))) {
            assumeTrue(finding.ok(), finding.check() + ": " + finding.found() + "; " + finding.fix());
        }
        assumeTrue(HostTools.find("gcc").isPresent(), "gcc is missing; install gcc.");
        assumeTrue(HostTools.find("busybox").isPresent(), "busybox is missing; install busybox-static.");
    }

    private static String output(String... command) throws Exception {
        Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
        String text = new String(process.getInputStream().readAllBytes(), java.nio.charset.StandardCharsets.UTF_8);
        process.waitFor();
        return text;
    }
}
