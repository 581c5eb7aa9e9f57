package dev.milliner.solve;

import dev.milliner.rpm.Level;
import java.util.ArrayList;
import java.util.List;

/**
 * Which architectures may be installed, best first. {@code noarch} always may.
 *
 * @param architectures such as {@code x86_64_v3, x86_64_v2, x86_64, i686}
 */
public record ArchitecturePolicy(List<String> architectures) {
    private static final List<String> INTEL = List.of("athlon", "i686", "i586", "i486", "i386");

    /** With a list that nobody changes. */
    public ArchitecturePolicy {
        architectures = List.copyOf(architectures);
    }

    /**
     * What DNF installs on a host of an architecture.
     *
     * @param architecture as RPM calls it, such as {@code x86_64}, {@code x86_64_v3} or {@code aarch64}
     */
    public static ArchitecturePolicy of(String architecture) {
        for (Level level : Level.values()) {
            if (architecture.equals("x86_64_" + level.shortName())) {
                return at(level);
            }
        }
        return switch (architecture) {
            case "x86_64" -> at(Level.V1);
            case "i686" -> new ArchitecturePolicy(INTEL.subList(1, INTEL.size()));
            default -> new ArchitecturePolicy(List.of(architecture));
        };
    }

    /** What may be installed on an x86-64 host of a level: its own packages first, then those of each lower level. */
    public static ArchitecturePolicy at(Level level) {
        List<String> all = new ArrayList<>();
        for (Level lower : List.of(Level.V4, Level.V3, Level.V2)) {
            if (lower.compareTo(level) <= 0) {
                all.add("x86_64_" + lower.shortName());
            }
        }
        all.add("x86_64");
        all.addAll(INTEL);
        return new ArchitecturePolicy(all);
    }

    /** The best architecture. */
    public String best() {
        return architectures.getFirst();
    }

    /** As libsolv reads it: classes from best to worst with colons between. */
    public String text() {
        return String.join(":", architectures);
    }
}
