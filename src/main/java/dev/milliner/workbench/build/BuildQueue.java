package dev.milliner.workbench.build;

import dev.milliner.build.run.BuildRequest;
import dev.milliner.build.run.BuildTarget;
import dev.milliner.workbench.words.Wording;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;

/** The builds that wait, and which of them may start: one image at a time, and a few builds of components beside it. */
final class BuildQueue {
    private static final int MOST_COMPONENT_BUILDS = 2;

    private final List<BuildRequest> waiting = new ArrayList<>();
    private final List<BuildRequest> running = new ArrayList<>();
    private boolean paused;

    void add(BuildRequest request) {
        waiting.add(request);
    }

    /** Gives up one that waits. */
    void giveUp(BuildRequest request) {
        waiting.remove(request);
    }

    void ended(BuildRequest request) {
        running.remove(request);
    }

    /** While it is paused none starts; those that run go on. */
    void setPaused(boolean now) {
        paused = now;
    }

    /** Why a build waits. */
    String why(String name) {
        return paused ? Wording.of("build.queue.waits-paused", name) : Wording.of("build.queue.waits-another", name);
    }

    List<BuildRequest> waiting() {
        return List.copyOf(waiting);
    }

    /** Those that may start now; they count as running from here on. */
    List<BuildRequest> start() {
        List<BuildRequest> starting = new ArrayList<>();
        for (Iterator<BuildRequest> all = waiting.iterator(); all.hasNext() && !paused; ) {
            BuildRequest next = all.next();
            if (count(next.target()) < most(next.target())) {
                all.remove();
                running.add(next);
                starting.add(next);
            }
        }
        return starting;
    }

    private long count(BuildTarget target) {
        return running.stream()
                .filter(one -> one.target().getClass() == target.getClass())
                .count();
    }

    private static int most(BuildTarget target) {
        return switch (target) {
            case BuildTarget.OfImage image -> 1;
            case BuildTarget.OfComponents components -> MOST_COMPONENT_BUILDS;
        };
    }
}
