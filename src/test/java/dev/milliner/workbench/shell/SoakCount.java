package dev.milliner.workbench.shell;

import com.sun.management.UnixOperatingSystemMXBean;
import java.lang.management.ManagementFactory;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.Collectors;
import javax.management.JMException;
import javax.management.ObjectName;
import org.jspecify.annotations.Nullable;

/**
 * What is there while no window is open, after a collection.
 *
 * @param heap the bytes that are used
 * @param files how many files are open
 * @param threads how many threads there are of each name
 * @param classes how many bytes the instances of each class take
 * @param instances how many there are
 */
record SoakCount(
        long heap, long files, Map<String, Long> threads, Map<String, Long> classes, Map<String, Long> instances) {
    /** What each window makes anew; of all of it nothing may be left. */
    private static final List<String> OURS = List.of(
            "dev.milliner.workbench.shell.Shell",
            "dev.milliner.workbench.shell.WorkbenchWindow",
            "dev.milliner.workbench.base.Workspace",
            "dev.milliner.workbench.editor.CodeEditor",
            "dev.milliner.workbench.files.OpenFile");

    private static final long PATIENCE = 30;

    /**
     * Counts once no more is there than before, or when that is waited for in vain.
     *
     * @param atFirst what was there before any window of the soak
     * @param before what was there after the first one
     */
    static SoakCount settled(SoakCount atFirst, @Nullable SoakCount before) {
        long end = System.nanoTime() + PATIENCE * 1_000_000_000L;
        SoakCount now = now();
        while (System.nanoTime() < end
                && !now.tooMuch(atFirst, before == null ? now : before).isEmpty()) {
            LockSupport.parkNanos(200_000_000L);
            now = now();
        }
        return now;
    }

    /** Counts at once. */
    static SoakCount now() {
        System.gc();
        Map<String, Long> bytes = new TreeMap<>();
        Map<String, Long> instances = new TreeMap<>();
        histogram().lines().skip(2).map(line -> line.strip().split("\\s+")).forEach(columns -> {
            if (columns.length > 3) {
                instances.merge(columns[3], Long.parseLong(columns[1]), Long::sum);
                bytes.merge(columns[3], Long.parseLong(columns[2]), Long::sum);
            }
        });
        Map<String, Long> threads = Thread.getAllStackTraces().keySet().stream()
                .filter(thread -> !thread.isVirtual())
                .collect(Collectors.groupingBy(
                        thread -> thread.getName().replaceAll("[0-9]+", "N"), TreeMap::new, Collectors.counting()));
        long files =
                ((UnixOperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean()).getOpenFileDescriptorCount();
        long heap = ManagementFactory.getMemoryMXBean().getHeapMemoryUsage().getUsed();
        return new SoakCount(heap, files, threads, bytes, instances);
    }

    private static String histogram() {
        try {
            return (String) ManagementFactory.getPlatformMBeanServer()
                    .invoke(
                            new ObjectName("com.sun.management:type=DiagnosticCommand"),
                            "gcClassHistogram",
                            new Object[] {new String[0]},
                            new String[] {String[].class.getName()});
        } catch (JMException absent) {
            throw new IllegalStateException(absent);
        }
    }

    /**
     * What there is that was not there before, in sentences.
     *
     * @param atFirst what was there before any window, which other tests may have left: of what windows make nothing may be added
     * @param before what was there after the first window, which starts threads and opens files for all that follow
     */
    List<String> tooMuch(SoakCount atFirst, SoakCount before) {
        List<String> more = new ArrayList<>();
        threads.forEach((name, count) -> {
            if (isOurs(name) && count > before.threads.getOrDefault(name, 0L)) {
                more.add(count + " threads " + name);
            }
        });
        OURS.stream()
                .filter(name -> instances.getOrDefault(name, 0L) > atFirst.instances.getOrDefault(name, 0L))
                .forEach(name -> more.add(instances.get(name) + " of " + name + ", "
                        + atFirst.instances.getOrDefault(name, 0L) + " at first"));
        if (files > before.files) {
            more.add(files + " open files, " + before.files + " before");
        }
        return more;
    }

    /** The JDK's pools grow and shrink as they like. */
    private static boolean isOurs(String name) {
        return !name.startsWith("ForkJoinPool")
                && !name.startsWith("VirtualThread")
                && !name.startsWith("Cleaner")
                && !name.startsWith("process reaper")
                && !name.startsWith("Prism Font Disposer");
    }

    /** Says which classes take more than before. */
    void tellGrowth(SoakCount before, SoakWatch watch) {
        classes.entrySet().stream()
                .map(one -> Map.entry(one.getKey(), one.getValue() - before.classes.getOrDefault(one.getKey(), 0L)))
                .sorted(Map.Entry.<String, Long>comparingByValue().reversed())
                .limit(25)
                .forEach(one -> watch.say("  grew by " + one.getValue() + " bytes, "
                        + (instances.getOrDefault(one.getKey(), 0L) - before.instances.getOrDefault(one.getKey(), 0L))
                        + " instances: " + one.getKey()));
    }

    @Override
    public String toString() {
        return heap / 1024 + " KB, " + files + " open files, "
                + threads.values().stream().mapToLong(Long::longValue).sum() + " threads "
                + OURS.stream()
                        .filter(name -> instances.getOrDefault(name, 0L) > 0)
                        .map(name -> instances.get(name) + " of " + name)
                        .toList();
    }
}
