package dev.milliner.build;

import dev.milliner.rpm.Level;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Set;

/** The x86-64 level of this host's processor, from the flags that the kernel shows; the lists are the psABI's. */
final class HostLevel {
    private static final List<String> V2 = List.of("cx16", "lahf_lm", "popcnt", "sse4_1", "sse4_2", "ssse3");
    private static final List<String> V3 = List.of("avx", "avx2", "bmi1", "bmi2", "f16c", "fma", "abm", "movbe");
    private static final List<String> V4 = List.of("avx512f", "avx512bw", "avx512cd", "avx512dq", "avx512vl");

    private HostLevel() {}

    static Level read() {
        try {
            return Files.readAllLines(Path.of("/proc/cpuinfo")).stream()
                    .filter(line -> line.startsWith("flags"))
                    .findFirst()
                    .map(HostLevel::of)
                    .orElse(Level.V1);
        } catch (IOException unreadable) {
            return Level.V1;
        }
    }

    static Level of(String line) {
        Set<String> flags = Set.copyOf(
                Set.of(Arrays.stream(line.split("\\s+", -1)).distinct().toArray(String[]::new)));
        if (!flags.containsAll(V2)) {
            return Level.V1;
        }
        if (!flags.containsAll(V3)) {
            return Level.V2;
        }
        return flags.containsAll(V4) ? Level.V4 : Level.V3;
    }
}
