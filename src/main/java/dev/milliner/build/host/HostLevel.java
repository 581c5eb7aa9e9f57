package dev.milliner.build.host;

import dev.milliner.rpm.Level;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The x86-64 level of this host's processor, from the flags that the kernel shows; the lists are the psABI's. */
public final class HostLevel {
    private static final List<String> V2 = List.of("cx16", "lahf_lm", "popcnt", "sse4_1", "sse4_2", "ssse3");
    private static final List<String> V3 = List.of("avx2", "avx", "bmi1", "bmi2", "f16c", "fma", "abm", "movbe");
    private static final List<String> V4 = List.of("avx512f", "avx512bw", "avx512cd", "avx512dq", "avx512vl");

    private HostLevel() {}

    /** The level of this host; the lowest where the kernel does not say. */
    public static Level read() {
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

    public static Level of(String line) {
        return of(Arrays.stream(line.split("\\s+", -1)).collect(Collectors.toSet()));
    }

    /** The highest level whose features are all there, by the names that the kernel gives them. */
    public static Level of(Set<String> flags) {
        return Arrays.stream(Level.values())
                .filter(level -> missing(level, flags).isEmpty())
                .reduce(Level.V1, (lower, higher) -> higher);
    }

    /** What a level has and these features lack, by the names that the kernel gives them; its own newest first. */
    public static List<String> missing(Level level, Set<String> flags) {
        List<String> needed =
                switch (level) {
                    case V1 -> List.of();
                    case V2 -> V2;
                    case V3 -> joined(V3, V2);
                    case V4 -> joined(V4, joined(V3, V2));
                };
        return needed.stream().filter(one -> !flags.contains(one)).toList();
    }

    private static List<String> joined(List<String> first, List<String> second) {
        return Stream.concat(first.stream(), second.stream()).toList();
    }
}
