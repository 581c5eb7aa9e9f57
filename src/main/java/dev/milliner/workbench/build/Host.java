package dev.milliner.workbench.build;

import dev.milliner.rpm.Level;
import dev.milliner.workbench.base.Facts;
import dev.milliner.workbench.base.Words;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import javafx.scene.Node;

/** What the page of builds says about this machine. */
final class Host {
    private static final Set<String> V2 = Set.of("cx16", "lahf_lm", "popcnt", "sse4_1", "sse4_2", "ssse3");
    private static final Set<String> V3 = Set.of("avx", "avx2", "bmi1", "bmi2", "f16c", "fma", "abm", "movbe");
    private static final Set<String> V4 = Set.of("avx512f", "avx512bw", "avx512cd", "avx512dq", "avx512vl");

    private Host() {}

    /** The highest level whose instructions the processor has, by the kernel's flags. */
    static String level() {
        Set<String> flags = flags();
        Level level = !flags.containsAll(V2)
                ? Level.V1
                : !flags.containsAll(V3) ? Level.V2 : flags.containsAll(V4) ? Level.V4 : Level.V3;
        return level.label();
    }

    private static Set<String> flags() {
        try {
            return Files.readAllLines(Path.of("/proc/cpuinfo")).stream()
                    .filter(line -> line.startsWith("flags"))
                    .findFirst()
                    .map(line ->
                            Set.of(line.substring(line.indexOf(':') + 1).strip().split(" +")))
                    .orElse(Set.of());
        } catch (IOException unreadable) {
            return Set.of();
        }
    }

    static List<Node> rows() {
        return List.of(
                Facts.fact("CPU level", level()),
                Facts.fact("Processors", Integer.toString(Runtime.getRuntime().availableProcessors())),
                Facts.fact("Disk", Words.size(new File(System.getProperty("user.home")).getUsableSpace()) + " free"));
    }
}
