package dev.milliner.workbench.base;

import dev.milliner.ground.Elapsed;
import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/** What is being worked out in the background, of all windows. May be asked from any thread. */
public final class Underway {
    private static final Set<Work> ALL = ConcurrentHashMap.newKeySet();

    private Underway() {}

    /** Something that is worked out; each is one of its own. */
    public static final class Work {
        private final String name;
        private final Runnable letGo;
        private volatile boolean waitedFor = true;
        private final Elapsed began = Elapsed.fromNow();

        private Work(String name, Runnable letGo) {
            this.name = name;
            this.letGo = letGo;
        }

        /** What is worked out. */
        public String name() {
            return name;
        }

        /** Waits for it no longer; it goes on until it ends by itself. */
        public void letGo() {
            waitedFor = false;
            letGo.run();
        }

        /** Tells whether its answer is still wanted. */
        public boolean isWaitedFor() {
            return waitedFor;
        }

        /** For how long. */
        public Duration took() {
            return began.time();
        }
    }

    /** Counts something until it is ended. */
    static Work begin(String name, Runnable letGo) {
        Work work = new Work(name, letGo);
        ALL.add(work);
        return work;
    }

    static void end(Work work) {
        ALL.remove(work);
    }

    /** What has taken longer than a while, the longest first. */
    public static List<Work> longerThan(Duration least) {
        return ALL.stream()
                .filter(work -> work.took().compareTo(least) > 0)
                .sorted(Comparator.comparingLong(work -> work.began.nanos()))
                .toList();
    }
}
