package dev.milliner.image;

import static org.assertj.core.api.Assertions.assertThat;

import dev.milliner.SharedMaterial;
import dev.milliner.distro.Distro;
import dev.milliner.distro.DistroLoader;
import dev.milliner.distro.Image;
import dev.milliner.distro.Problem;
import dev.milliner.rpm.RepositoryMetadata;
import dev.milliner.solve.DnfOracle;
import dev.milliner.solve.SolverMaterial;
import dev.milliner.solve.client.PackageSolver;
import dev.milliner.source.DiskTree;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Plans of the azurelinux images are what DNF installs when KIWI runs it, phase by phase. */
class ImagePlanTest {
    private static final String X86 = "x86_64";

    @TempDir
    @SuppressWarnings("NullAway.Init")
    static Path folder;

    @SuppressWarnings("NullAway.Init")
    private static Distro distro;

    @SuppressWarnings("NullAway.Init")
    private static PackageSolver solver;

    @SuppressWarnings("NullAway.Init")
    private static RepositoryMetadata scale;

    @BeforeAll
    static void load() throws IOException {
        SolverMaterial.assumeInstalled();
        Path root = SharedMaterial.unpack("azurelinux/azurelinux-tomls.tar.xz", folder.resolve("tree"));
        distro = new DistroLoader().load(new DiskTree(root));
        solver = new PackageSolver(folder.resolve("solv"), PackageSolver.LIMIT);
        scale = SolverMaterial.repository("scale");
    }

    @AfterAll
    static void stop() {
        if (solver != null) {
            solver.close();
        }
    }

    private static ImagePlan plan(String image) throws IOException {
        return new ImagePlanner(solver)
                .plan(
                        distro,
                        Objects.requireNonNull(distro.images().get(image)),
                        new PlanOptions(List.of(scale), List.of(), X86));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "vm-base",
                "container-base",
                "container-distroless-minimal",
                "container-distroless-base",
                "container-distroless-debug"
            })
    void planIsWhatDnfInstalls(String name) throws IOException, InterruptedException {
        DnfOracle.assumeInstalled();
        Image image = Objects.requireNonNull(distro.images().get(name));
        ImagePlan plan = plan(name);
        KiwiSelection selection = ImagePlanner.selection(distro, image, List.of(), X86);
        PackageRequest request = PackageRequest.of(selection, name.equals("vm-base") ? Set.of("shim") : Set.of());
        List<String> expected = DnfOracle.packages(
                        List.of(scale), request.installs(), Files.createDirectory(folder.resolve(name)))
                .orElseThrow();
        assertThat(plan.packages().stream()
                        .map(one -> one.nevra().toString())
                        .sorted()
                        .toList())
                .isEqualTo(expected);
    }

    @Test
    void unknownPackageIsAProblemWithItsLineAndNearNames() throws IOException {
        ImagePlan plan = plan("vm-base");
        assertThat(plan.packages()).hasSize(392);
        assertThat(plan.problems()).hasSize(1);
        Problem problem = plan.problems().getFirst();
        assertThat(problem.code()).isEqualTo("kiwi-unknown-package");
        assertThat(problem.message()).contains("'shim'", "shim-x64");
        assertThat(problem.place().file()).isEqualTo("base/images/vm-base/vm-base.kiwi");
        assertThat(problem.place().range().line()).isEqualTo(126);
    }

    @Test
    void everyPackageHasAReasonThatLeadsToWhatWasAskedFor() throws IOException {
        ImagePlan plan = plan("vm-base");
        PlannedPackage bootstrap = plan.find("glibc-minimal-langpack").orElseThrow();
        assertThat(bootstrap.phase()).isEqualTo(Phase.BOOTSTRAP);
        assertThat(plan.find("dnf5").orElseThrow().asked()).isTrue();
        for (PlannedPackage one : plan.packages()) {
            assertThat(one.reason()).as(one.name()).isNotEqualTo("chosen by the solver");
            assertThat(plan.find(one.chain().getFirst()).orElseThrow().asked())
                    .as("%s through %s", one.name(), one.chain())
                    .isTrue();
            assertThat(one.component()).as(one.name()).isPresent();
        }
    }

    @Test
    void addedSizeIsWhatAnotherPlanLacks() throws IOException {
        ImagePlan plan = plan("vm-base");
        PlannedPackage agent = plan.find("WALinuxAgent").orElseThrow();
        assertThat(agent.addedSize()).isGreaterThan(agent.size());
        assertThat(plan.leavesWith(plan.packages().indexOf(agent)))
                .contains(plan.packages().indexOf(agent));
        PlannedPackage bash = plan.find("bash").orElseThrow();
        assertThat(bash.addedSize()).as("others need it too").isZero();
    }
}
