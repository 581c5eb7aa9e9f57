package dev.milliner.rpm;

import java.util.Locale;
import java.util.Optional;

/** The x86-64 microarchitecture levels, lowest first. */
public enum Level {
    V1("x86-64", "x86-64"),
    V2("x86-64-v2", "x86-64-v2"),
    V3("x86-64-v3", "x86-64-v3"),
    V4("x86-64-v4", "x86-64-v4");

    private final String compilerName;
    private final String label;

    Level(String compilerName, String label) {
        this.compilerName = compilerName;
        this.label = label;
    }

    /** The name that gcc's {@code -march} takes. */
    public String compilerName() {
        return compilerName;
    }

    /** The level in full, such as {@code x86-64-v3}. */
    public String label() {
        return label;
    }

    /** The level in a badge, such as {@code v3}. */
    public String shortName() {
        return name().toLowerCase(Locale.ROOT);
    }

    /**
     * The level of a name.
     *
     * @param name short as {@code v3} or in full as {@code x86-64-v3}
     */
    public static Optional<Level> of(String name) {
        for (Level level : values()) {
            if (level.shortName().equalsIgnoreCase(name) || level.label().equalsIgnoreCase(name)) {
                return Optional.of(level);
            }
        }
        return Optional.empty();
    }
}
