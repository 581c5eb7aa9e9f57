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
import dev.milliner.solve.SolveRequest;
import dev.milliner.solve.SolveRequest.Detail;
import dev.milliner.solve.SolverMaterial;
import dev.milliner.solve.client.PackageSolver;
import dev.milliner.source.BufferTree;
import dev.milliner.source.DiskTree;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
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
    /** What an edit adds: each edit another choice of these, so that none is answered out of a memory. A file of each's documentation. */
    private static final Map<String, String> ADDED = Map.ofEntries(
            Map.entry("tmux", "CHANGES"),
            Map.entry("strace", "CREDITS"),
            Map.entry("lsof", "00README"),
            Map.entry("jq", "AUTHORS"),
            Map.entry("tree", "README"),
            Map.entry("zip", "README"),
            Map.entry("gdb", "README"),
            Map.entry("screen", "README"),
            Map.entry("socat", "BUGREPORTS"),
            Map.entry("tcpdump", "README.md"),
            Map.entry("ltrace", "NEWS"),
            Map.entry("perf", "examples.txt"),
            Map.entry("parted", "AUTHORS"),
            Map.entry("xfsprogs", "CHANGES"),
            Map.entry("dosfstools", "NEWS"),
            Map.entry("mdadm", "mdadm.conf-example"),
            Map.entry("ethtool", "AUTHORS"),
            Map.entry("lsscsi", "ChangeLog"),
            Map.entry("sysstat", "CHANGES"),
            Map.entry("psmisc", "AUTHORS"),
            Map.entry("pciutils", "README"),
            Map.entry("usbutils", "NEWS"),
            Map.entry("mtr", "AUTHORS"));

    private static final List<String> NAMES = ADDED.keySet().stream().sorted().toList();
    private static final List<String> FILES = NAMES.stream()
            .map(name -> "/usr/share/doc/" + name + "/" + ADDED.get(name))
            .toList();

    private Path folder;
    private PackageSolver solver;
    private DiskTree disk;
    private DistroLoader loader;
    private PlanOptions options;
    private PlanOptions withFiles;
    private String description;
    private ImagePlanner planner;
    private int edit;

    /** Loads everything once and plans once. */
    @Setup(Level.Trial)
    public void load() throws IOException {
        folder = Files.createTempDirectory("milliner-benchmark");
        disk = new DiskTree(SharedMaterial.unpack("azurelinux/azurelinux-tomls.tar.xz", folder));
        loader = new DistroLoader();
        Distro distro = loader.load(disk);
        description = disk.read(DESCRIPTION).orElseThrow();
        RepositoryMetadata dense = SolverMaterial.repository("dense");
        options = new PlanOptions(List.of(dense), List.of(), "x86_64");
        withFiles = new PlanOptions(List.of(SolverMaterial.repository("scale")), List.of(), "x86_64");
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
        return solve(options, NAMES, Detail.SET);
    }

    /** The same where the packages are named by files that only file lists know, over 33,504 packages with 618,000 files. */
    @Benchmark
    public SolveAnswer setAfterEditByFiles() throws IOException {
        return solve(withFiles, FILES, Detail.SET);
    }

    /** What DNF takes for the same packages with its caches filled: a process each time, and into an empty root. */
    @Benchmark
    public int dnf() throws IOException, InterruptedException {
        return dnf("dense", options, NAMES);
    }

    /** The same by files. */
    @Benchmark
    public int dnfByFiles() throws IOException, InterruptedException {
        return dnf("scale", withFiles, FILES);
    }

    private int dnf(String repository, PlanOptions from, List<String> added) throws IOException, InterruptedException {
        List<String> command = new ArrayList<>(List.of(
                "dnf",
                "--quiet",
                "--installroot=" + folder.resolve("root"),
                "--setopt=cachedir=" + folder.resolve("dnf"),
                "--setopt=keepcache=1",
                "--disablerepo=*",
                "--repofrompath=" + repository + ",file://"
                        + SharedMaterial.folder().resolve("corpus/rpm-metadata").resolve(repository),
                "--nogpgcheck",
                "--releasever=4.0",
                "install",
                "--assumeno"));
        request(from, added, Detail.SET).phases().forEach(phase -> command.addAll(phase.install()));
        Process process = new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(folder.resolve("dnf.log").toFile())
                .start();
        int status = process.waitFor();
        // What it says once it has found a set and is told not to install it.
        if (!Files.readString(folder.resolve("dnf.log")).contains("Operation aborted.")) {
            throw new IllegalStateException(Files.readString(folder.resolve("dnf.log")));
        }
        return status;
    }

    /** The same, with every reason and who needs whom. */
    @Benchmark
    public SolveAnswer reasonsAfterEdit() throws IOException {
        return solve(options, NAMES, Detail.REASONS);
    }

    /** The same, with what leaves with each package that is asked for. */
    @Benchmark
    public SolveAnswer removalsAfterEdit() throws IOException {
        return solve(options, NAMES, Detail.REMOVALS);
    }

    /** The whole plan of an unsaved description. */
    @Benchmark
    public ImagePlan planAfterEdit() throws IOException {
        Distro edited = loader.load(new BufferTree(disk, Map.of(DESCRIPTION, edited(NAMES))));
        return planner.plan(edited, Objects.requireNonNull(edited.images().get("vm-base")), options);
    }

    private SolveAnswer solve(PlanOptions from, List<String> added, Detail detail) throws IOException {
        SolveAnswer answer = solver.solve(request(from, added, detail));
        if (!answer.isSolved()) {
            throw new IllegalStateException(answer.problems().toString());
        }
        return answer;
    }

    private SolveRequest request(PlanOptions from, List<String> added, Detail detail) throws IOException {
        KiwiDocument document =
                KiwiDocument.read(new BufferTree(disk, Map.of(DESCRIPTION, edited(added))), DESCRIPTION);
        KiwiSelection selection = new KiwiSelection(document, List.of(), "x86_64");
        return ImagePlanner.request(selection, from, Set.of("shim"), detail);
    }

    private String edited(List<String> added) {
        int number = edit++;
        StringBuilder more = new StringBuilder();
        for (int i = 0; i < added.size(); i++) {
            if (((number >> i) & 1) == 1) {
                more.append("<package name=\"").append(added.get(i)).append("\"/>");
            }
        }
        return description.replace("<packages type=\"image\">", "<packages type=\"image\">" + more);
    }
}
