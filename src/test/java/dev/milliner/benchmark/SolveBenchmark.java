package dev.milliner.benchmark;

import dev.milliner.SharedMaterial;
import dev.milliner.distro.Distro;
import dev.milliner.distro.DistroLoader;
import dev.milliner.image.ImagePlan;
import dev.milliner.image.ImagePlanner;
import dev.milliner.image.KiwiDocument;
import dev.milliner.image.KiwiSelection;
import dev.milliner.image.PlanOptions;
import dev.milliner.rpm.RepositoryMetadata;
import dev.milliner.solve.SolveAnswer;
import dev.milliner.solve.SolveRequest.Detail;
import dev.milliner.solve.SolverMaterial;
import dev.milliner.solve.client.PackageSolver;
import dev.milliner.source.BufferTree;
import dev.milliner.source.DiskTree;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Level;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;
import org.openjdk.jmh.annotations.Warmup;

/** How long vm-base takes to solve again after an edit of its description, over a repository of Fedora's density. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.SampleTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@Warmup(iterations = 3, time = 3)
@Measurement(iterations = 5, time = 3)
@Fork(
        value = 1,
        jvmArgsAppend = {"-Xmx2g", "--enable-native-access=ALL-UNNAMED"})
@SuppressWarnings("NullAway.Init")
public class SolveBenchmark {
    private static final String DESCRIPTION = "base/images/vm-base/vm-base.kiwi";
    /** What an edit adds: each edit another choice of these, so that none is answered out of a memory. */
    private static final List<String> ADDED = List.of(
            "tmux",
            "git",
            "strace",
            "lsof",
            "jq",
            "tree",
            "zip",
            "gdb",
            "screen",
            "socat",
            "tcpdump",
            "ltrace",
            "perf",
            "parted",
            "xfsprogs",
            "dosfstools",
            "mdadm",
            "ethtool",
            "lsscsi",
            "sysstat",
            "psmisc",
            "pciutils",
            "usbutils",
            "mtr");

    private PackageSolver solver;
    private DiskTree disk;
    private DistroLoader loader;
    private PlanOptions options;
    private String description;
    private ImagePlanner planner;
    private int edit;

    /** Loads everything once and plans once. */
    @Setup(Level.Trial)
    public void load() throws IOException {
        Path folder = Files.createTempDirectory("milliner-benchmark");
        disk = new DiskTree(SharedMaterial.unpack("azurelinux/azurelinux-tomls.tar.xz", folder));
        loader = new DistroLoader();
        Distro distro = loader.load(disk);
        description = disk.read(DESCRIPTION).orElseThrow();
        RepositoryMetadata dense = SolverMaterial.repository("dense");
        options = new PlanOptions(List.of(dense), List.of(), "x86_64");
        solver = new PackageSolver(folder.resolve("solv"), PackageSolver.LIMIT);
        planner = new ImagePlanner(solver);
        planner.plan(distro, Objects.requireNonNull(distro.images().get("vm-base")), options);
    }

    /** Ends the worker. */
    @TearDown(Level.Trial)
    public void stop() {
        solver.close();
    }

    /** One package more or less each time, and what the build would install. */
    @Benchmark
    public SolveAnswer setAfterEdit() throws IOException {
        return solve(Detail.SET);
    }

    /** The same, with every reason and who needs whom. */
    @Benchmark
    public SolveAnswer reasonsAfterEdit() throws IOException {
        return solve(Detail.REASONS);
    }

    /** The same, with what leaves with each package that is asked for. */
    @Benchmark
    public SolveAnswer removalsAfterEdit() throws IOException {
        return solve(Detail.REMOVALS);
    }

    /** The whole plan of an unsaved description. */
    @Benchmark
    public ImagePlan planAfterEdit() throws IOException {
        Distro edited = loader.load(new BufferTree(disk, Map.of(DESCRIPTION, edited())));
        return planner.plan(edited, Objects.requireNonNull(edited.images().get("vm-base")), options);
    }

    private SolveAnswer solve(Detail detail) throws IOException {
        KiwiDocument document = KiwiDocument.read(new BufferTree(disk, Map.of(DESCRIPTION, edited())), DESCRIPTION);
        KiwiSelection selection = new KiwiSelection(document, List.of(), "x86_64");
        SolveAnswer answer = solver.solve(ImagePlanner.request(selection, options, Set.of("shim"), detail));
        if (!answer.isSolved()) {
            throw new IllegalStateException(answer.problems().toString());
        }
        return answer;
    }

    private String edited() {
        int number = edit++;
        StringBuilder more = new StringBuilder();
        for (int i = 0; i < ADDED.size(); i++) {
            if (((number >> i) & 1) == 1) {
                more.append("<package name=\"").append(ADDED.get(i)).append("\"/>");
            }
        }
        return description.replace("<packages type=\"image\">", "<packages type=\"image\">" + more);
    }
}
