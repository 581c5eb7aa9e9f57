package dev.milliner.benchmark;

import dev.milliner.SharedMaterial;
import dev.milliner.distro.Distro;
import dev.milliner.distro.DistroLoader;
import dev.milliner.source.BufferTree;
import dev.milliner.source.DiskTree;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
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
import org.openjdk.jmh.annotations.Warmup;
import org.openjdk.jmh.infra.Blackhole;

/** How long the azurelinux tree takes to load, and to load again after an edit. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.SampleTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@Warmup(iterations = 3, time = 3)
@Measurement(iterations = 5, time = 3)
@Fork(
        value = 1,
        jvmArgsAppend = {"-Xmx2g"})
@SuppressWarnings("NullAway.Init")
public class DistroBenchmark {
    private static final String COMPONENTS = "base/comps/components.toml";
    private static final String PACKAGES = "base/packages/sdk.packages.toml";

    private DiskTree disk;
    private String components;
    private String packages;
    private DistroLoader warm;
    private int edit;

    /** Unpacks the tree and loads it once. */
    @Setup(Level.Trial)
    public void load() throws IOException {
        Path root = SharedMaterial.unpack(
                "azurelinux/azurelinux-tomls.tar.xz", Files.createTempDirectory("milliner-benchmark"));
        disk = new DiskTree(root);
        components = disk.read(COMPONENTS).orElseThrow();
        packages = disk.read(PACKAGES).orElseThrow();
        warm = new DistroLoader(Map.of());
        warm.load(disk);
    }

    /** The whole tree with nothing known of it. */
    @Benchmark
    public Distro coldLoad() {
        return new DistroLoader(Map.of()).load(disk);
    }

    /** An edit in components.toml, until all is resolved and checked and every component's value is worked out. */
    @Benchmark
    public void editComponents(Blackhole sink) {
        String text = components + "\n[components.added-" + edit++ + "]\nbuild = { with = [\"x\"] }\n";
        Distro distro = warm.load(new BufferTree(disk, Map.of(COMPONENTS, text)));
        distro.components().values().forEach(component -> sink.consume(component.spec()));
        sink.consume(distro.problems());
    }

    /** An edit in the file of 17,770 lines, until all is resolved and checked and every package has its channel. */
    @Benchmark
    public void editPackages(Blackhole sink) {
        String text = packages.replaceFirst("\"\n", "\",\n    \"added-" + edit++ + "\"\n");
        Distro distro = warm.load(new BufferTree(disk, Map.of(PACKAGES, text)));
        sink.consume(distro.packages());
        sink.consume(distro.problems());
    }
}
