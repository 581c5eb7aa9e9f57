package dev.milliner.workbench.explorer;

import dev.milliner.distro.DistroLoader;
import dev.milliner.source.DiskTree;
import dev.milliner.workbench.base.Snapshot;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.NullUnmarked;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/** How long the explorer's tree takes to be made anew for what was typed into the filter. */
@NullUnmarked // JMH fills the fields
@State(Scope.Benchmark)
@BenchmarkMode(Mode.SampleTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@Fork(1)
@Warmup(iterations = 3, time = 1)
@Measurement(iterations = 5, time = 1)
public class FilterBenchmark {
    /** What was typed. */
    @Param({"", "k", "systemd", "overlay:spec-search-replace", "is:customised"})
    public String typed;

    /** The root of the tree to filter. */
    @Param("azurelinux")
    public String tree;

    private Snapshot snapshot;

    /** Resolves the tree. */
    @Setup
    public void load() {
        snapshot = Snapshot.of(new DistroLoader().load(new DiskTree(Path.of(tree))), List.of(), Duration.ZERO);
    }

    /** Filters and makes the tree. */
    @Benchmark
    public int filter() {
        return new ExplorerTree(snapshot, ExplorerFilter.parse(typed), Set.of("section Components")).matches();
    }
}
