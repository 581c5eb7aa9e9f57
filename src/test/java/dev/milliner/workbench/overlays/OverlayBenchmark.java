package dev.milliner.workbench.overlays;

import dev.milliner.distro.Component;
import dev.milliner.distro.Distro;
import dev.milliner.distro.DistroLoader;
import dev.milliner.source.BufferTree;
import dev.milliner.source.DiskTree;
import dev.milliner.upstream.FoundSources;
import dev.milliner.upstream.OverlaidComponent;
import dev.milliner.upstream.SourceUnavailableException;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
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

/** What a keystroke in an overlay costs until its difference can be drawn, and what all overlays of a distro cost. */
@NullUnmarked // JMH fills the fields
@State(Scope.Benchmark)
@BenchmarkMode(Mode.SampleTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@Fork(1)
@Warmup(iterations = 4, time = 2)
@Measurement(iterations = 5, time = 2)
public class OverlayBenchmark {
    /** The root of a tree with its rendered specs. */
    @Param("azurelinux")
    public String tree;

    /** The component whose overlay is edited; its rendered spec counts as a local one. */
    @Param({"kernel", "gcc"})
    public String component;

    private final DistroLoader loader = new DistroLoader();
    private DiskTree disk;
    private Distro whole;
    private Map<String, FoundSources> found;
    private int keystrokes;

    /** Reads the tree and the sources. */
    @Setup
    public void read() throws SourceUnavailableException {
        disk = new DiskTree(Path.of(tree));
        whole = loader.load(disk);
        found = new HashMap<>();
        for (Component each : whole.components().values()) {
            if (!each.overlays().isEmpty()) {
                try {
                    found.put(each.name(), FoundSources.atHand(whole, each));
                } catch (SourceUnavailableException absent) {
                    // Some components have neither upstream sources nor a rendered spec here.
                }
            }
        }
    }

    private String edited() {
        String spec = tree + "/specs/" + component.charAt(0) + "/" + component + "/" + component + ".spec";
        String regex = keystrokes++ % 2 == 0 ? "^BuildRequires: *" : "^BuildRequires:  *";
        return "[components." + component + "]\nspec = { type = \"local\", path = \"" + spec + "\" }\n"
                + "[[components." + component + ".overlays]]\ntype = \"spec-search-replace\"\nregex = '" + regex
                + "'\nreplacement = \"BuildRequires: \"\n";
    }

    /** From the edited text to the rows of the difference, the whole distro resolved again on the way. */
    @Benchmark
    public int keystrokeToDifference() throws SourceUnavailableException {
        String file = "base/comps/" + component + "/" + component + ".comp.toml";
        Distro distro = loader.load(new BufferTree(disk, Map.of(file, edited())));
        Component edited = Objects.requireNonNull(distro.components().get(component));
        OverlaidComponent overlaid = OverlaidComponent.of(distro, edited, FoundSources.atHand(distro, edited));
        OverlayScope.Span span = OverlayScope.THIS_STEP.span(overlaid, 1);
        return span.changes().stream()
                .mapToInt(change -> DiffRows.of(change, false, line -> 1, 1).size())
                .sum();
    }

    /** All overlays of the distro on what sources are at hand. */
    @Benchmark
    public int allOverlays() {
        int applied = 0;
        for (Map.Entry<String, FoundSources> entry : found.entrySet()) {
            Component each = Objects.requireNonNull(whole.components().get(entry.getKey()));
            applied += OverlaidComponent.of(whole, each, entry.getValue())
                    .effects()
                    .size();
        }
        return applied;
    }
}
