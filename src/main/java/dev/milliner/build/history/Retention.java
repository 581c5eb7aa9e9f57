package dev.milliner.build.history;

import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Which builds go: the oldest of each target beyond a number; never one that runs or is pinned. */
public final class Retention {
    /** How many builds of a target are kept unless said otherwise. */
    public static final int USUAL = 20;

    private Retention() {}

    /** Deletes a build's folder; refuses while something is mounted below it. */
    public interface Deletion {
        /** Deletes the folder of a build. */
        void delete(BuildRecord build) throws IOException;
    }

    /** The builds that go when so many of each target are kept. */
    public static List<BuildRecord> surplus(List<BuildRecord> newestFirst, int keep) {
        Map<String, Integer> counts = new HashMap<>();
        List<BuildRecord> surplus = new ArrayList<>();
        for (BuildRecord build : newestFirst) {
            if (!goesOn(build) && !build.pinned()) {
                String key = build.root() + "\n" + build.kind() + "\n" + build.target();
                if (counts.merge(key, 1, Integer::sum) > keep) {
                    surplus.add(build);
                }
            }
        }
        return surplus;
    }

    private static boolean goesOn(BuildRecord build) {
        return build.state() == BuildState.RUNNING || build.state() == BuildState.ON_FARM;
    }

    /**
     * Lets the surplus go.
     *
     * @return those that went
     * @throws IOException when a folder cannot be deleted, or the database cannot be written
     */
    public static List<BuildRecord> apply(BuildHistory history, int keep, Deletion deletion) throws IOException {
        List<BuildRecord> gone = new ArrayList<>();
        for (BuildRecord build : surplus(history.all(), keep)) {
            deletion.delete(build);
            history.forget(build.id());
            gone.add(build);
        }
        return gone;
    }
}
