package dev.milliner.image;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import dev.milliner.SharedMaterial;
import dev.milliner.distro.Distro;
import dev.milliner.distro.DistroLoader;
import dev.milliner.distro.Problem;
import dev.milliner.distro.Severity;
import dev.milliner.image.ClaimStanding.Verdict;
import dev.milliner.solve.SolverMaterial;
import dev.milliner.solve.client.PackageSolver;
import dev.milliner.source.BufferTree;
import dev.milliner.source.DiskTree;
import java.io.IOException;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What the azurelinux images are said to be is held against what they would hold. */
class ClaimsTest {
    private static final String IMAGES = "base/images/images.toml";

    @TempDir
    @SuppressWarnings("NullAway.Init")
    Path folder;

    @SuppressWarnings("NullAway.Init")
    private DiskTree disk;

    @BeforeEach
    void unpack() throws IOException {
        SolverMaterial.assumeInstalled();
        disk = new DiskTree(SharedMaterial.unpack("azurelinux/azurelinux-tomls.tar.xz", folder.resolve("tree")));
    }

    private Distro distro(String image, String capabilities, Map<String, String> others) throws IOException {
        String text = disk.read(IMAGES).orElseThrow() + "\n[images." + image + ".capabilities]\n" + capabilities + "\n";
        Map<String, String> files = new HashMap<>(others);
        files.put(IMAGES, text);
        return new DistroLoader().load(new BufferTree(disk, files));
    }

    private ImagePlan plan(Distro distro, String image) throws IOException {
        try (PackageSolver solver = new PackageSolver(folder.resolve("solv"), PackageSolver.LIMIT)) {
            return new ImagePlanner(solver)
                    .plan(
                            distro,
                            Objects.requireNonNull(distro.images().get(image)),
                            new PlanOptions(List.of(SolverMaterial.repository("scale")), List.of(), "x86_64"));
        }
    }

    private List<Problem> claims(String image, String capabilities) throws IOException {
        return plan(distro(image, capabilities, Map.of()), image).problems().stream()
                .filter(problem -> problem.code().equals("image-claim"))
                .toList();
    }

    @Test
    void eachClaimIsToldWithWhatShowsIt() throws IOException {
        Distro distro = distro(
                "vm-base",
                "machine-bootable = true\ncontainer = false\nsystemd = true\nruntime-package-management = false",
                Map.of(
                        "base/images/vm-base/vm-base.claims.toml",
                        "max-size = \"2GiB\"\nread-only-root = false\nwritable = [\"/\"]\nverity = true\n"));
        List<ClaimStanding> standings = ClaimStandings.of(
                distro, Objects.requireNonNull(distro.images().get("vm-base")), plan(distro, "vm-base"));
        assertThat(standings)
                .extracting(ClaimStanding::claim, ClaimStanding::verdict)
                .containsExactly(
                        tuple("machine-bootable = true", Verdict.HOLDS),
                        tuple("systemd = true", Verdict.HOLDS),
                        tuple("runtime-package-management = false", Verdict.FAILS),
                        tuple("max-size = 2147483648", Verdict.HOLDS),
                        tuple("read-only-root = false", Verdict.HOLDS),
                        tuple("writable = [/]", Verdict.OPEN),
                        tuple("verity = true", Verdict.FAILS));
        assertThat(standings.get(0).proof()).startsWith("it would hold kernel").contains("grub2");
        assertThat(standings.get(1).proof()).contains("would hold systemd");
        assertThat(standings.get(2).proof()).contains("dnf5");
        assertThat(standings.get(3).proof()).matches("its packages come to [0-9]+ bytes\\.");
        assertThat(standings.get(4).proof()).startsWith("the root is of ");
        assertThat(standings.get(4).place().file()).endsWith("vm-base.claims.toml");
    }

    @Test
    void whatHoldsIsNoProblem() throws IOException {
        assertThat(claims("vm-base", "machine-bootable = true\nsystemd = true\nruntime-package-management = true"))
                .isEmpty();
    }

    @Test
    void aMachineImageIsNoContainer() throws IOException {
        List<Problem> problems =
                claims("vm-base", "container = true\nruntime-package-management = false\nsystemd = false");
        assertThat(problems).hasSize(4);
        assertThat(problems.getFirst().message())
                .contains("'runtime-package-management = false' does not hold", "dnf5");
        assertThat(problems.getFirst().place().file()).isEqualTo(IMAGES);
        int line = (int) disk.read(IMAGES).orElseThrow().lines().count() + 4;
        assertThat(problems.getFirst().place().range().line()).isEqualTo(line);
        assertThat(problems).anyMatch(problem -> problem.message().contains("kernel"));
    }

    @Test
    void aContainerDoesNotBoot() throws IOException {
        assertThat(claims("container-base", "machine-bootable = true"))
                .extracting(Problem::message)
                .anyMatch(message -> message.contains("no kernel"))
                .anyMatch(message -> message.contains("no boot loader"));
    }

    @Test
    void whatAScriptMayStillTakeOutIsOnlyANote() throws IOException {
        List<Problem> problems = claims("container-distroless-minimal", "runtime-package-management = false");
        assertThat(problems).hasSize(2).allMatch(problem -> problem.severity() == Severity.NOTE);
        assertThat(problems.getFirst().message()).contains("unless a script of the description takes it out");
        assertThat(claims("container-distroless-debug", "container = true")).isEmpty();
        assertThat(claims("vm-base", "runtime-package-management = false"))
                .singleElement()
                .satisfies(problem -> assertThat(problem.severity()).isEqualTo(Severity.WARNING));
    }
}
