package dev.milliner.workbench.build;

import static org.assertj.core.api.Assertions.assertThat;

import dev.milliner.build.host.EngineKind;
import dev.milliner.build.run.BuildRequest;
import dev.milliner.build.run.BuildTarget;
import dev.milliner.distro.Distro;
import dev.milliner.distro.DistroLoader;
import dev.milliner.rpm.Level;
import dev.milliner.source.DiskTree;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** One image at a time, two builds of components beside it, in the order asked for, and none while paused. */
class BuildQueueTest {
    @TempDir
    @SuppressWarnings("NullAway.Init")
    Path folder;

    private final BuildQueue queue = new BuildQueue();

    private BuildRequest add(BuildTarget target) {
        Distro distro = new DistroLoader().load(new DiskTree(folder));
        BuildRequest request = new BuildRequest(distro, target, Level.V3, Optional.empty(), EngineKind.LOCAL);
        queue.add(request);
        return request;
    }

    private BuildRequest image(String name) {
        return add(new BuildTarget.OfImage(name));
    }

    private BuildRequest component(String name) {
        return add(new BuildTarget.OfComponents(List.of(name)));
    }

    @Test
    void eachKindHasItsPlaces() {
        BuildRequest first = image("one");
        BuildRequest second = image("two");
        BuildRequest a = component("a");
        BuildRequest b = component("b");
        BuildRequest c = component("c");
        assertThat(queue.start()).containsExactly(first, a, b);
        assertThat(queue.start()).isEmpty();
        assertThat(queue.waiting()).containsExactly(second, c);
        queue.ended(a);
        assertThat(queue.start()).containsExactly(c);
        queue.ended(first);
        assertThat(queue.start()).containsExactly(second);
    }

    @Test
    void aPausedQueueStartsNothing() {
        queue.setPaused(true);
        BuildRequest one = image("one");
        assertThat(queue.start()).isEmpty();
        queue.setPaused(false);
        assertThat(queue.start()).containsExactly(one);
    }
}
