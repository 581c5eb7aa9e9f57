package dev.milliner.workbench.build;

import dev.milliner.build.history.BuildStore;
import dev.milliner.build.host.FreeSpace;
import dev.milliner.build.host.HostLevel;
import dev.milliner.workbench.base.Facts;
import dev.milliner.workbench.words.Wording;
import dev.milliner.workbench.words.Words;
import java.util.List;
import javafx.scene.Node;

/** What the page of builds says about this machine. */
final class Host {
    private Host() {}

    static List<Node> rows() {
        return List.of(
                Facts.fact(Wording.of("build.host.cpu-level"), HostLevel.read().label()),
                Facts.fact(
                        Wording.of("build.host.processors"),
                        Integer.toString(Runtime.getRuntime().availableProcessors())),
                Facts.fact(
                        Wording.of("build.host.disk"),
                        Wording.of(
                                "build.host.free-for-builds",
                                Words.size(FreeSpace.of(BuildStore.ofUser().folder())))));
    }
}
