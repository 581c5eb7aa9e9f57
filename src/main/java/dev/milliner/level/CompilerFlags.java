package dev.milliner.level;

import dev.milliner.rpm.Level;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The flags a package was compiled with, as its header's OPTFLAGS keep them. */
final class CompilerFlags {
    private static final Pattern MARCH = Pattern.compile("(?:^|\\s)-march=(\\S+)");
    private static final Pattern NOTES = Pattern.compile("(?:^|\\s)(-mneeded|-Wl,-z,x86-64-v[34])(?:\\s|$)");
    private static final Set<String> V1 = Set.of("x86-64", "k8", "nocona", "core2", "opteron", "athlon64", "generic");
    private static final Set<String> V2 =
            Set.of("x86-64-v2", "corei7", "nehalem", "westmere", "sandybridge", "ivybridge", "silvermont", "btver2");
    private static final Pattern V3 = Pattern.compile(
            "x86-64-v3|core-avx2|haswell|broadwell|skylake|alderlake|raptorlake|meteorlake|arrowlake.*|lunarlake"
                    + "|pantherlake|gracemont|sierraforest|znver[123]|bdver4");
    private static final Pattern V4 =
            Pattern.compile("x86-64-v4|skylake-avx512|cascadelake|cooperlake|cannonlake|icelake-.*|tigerlake|rocketlake"
                    + "|sapphirerapids|emeraldrapids|graniterapids.*|diamondrapids|znver[4-9]");

    private CompilerFlags() {}

    /** The level of the {@code -march} that takes effect, where it names one. */
    static Optional<Level> told(String flags) {
        return march(flags).flatMap(CompilerFlags::level);
    }

    /** What {@code -march} takes effect: gcc goes by the last one. */
    static Optional<String> march(String flags) {
        Matcher matcher = MARCH.matcher(flags);
        Optional<String> last = Optional.empty();
        while (matcher.find()) {
            last = Optional.of(matcher.group(1));
        }
        return last;
    }

    /** Tells whether the compiler or the linker is told to write into each program what it needs. */
    static boolean writesNotes(String flags) {
        return NOTES.matcher(flags).find();
    }

    /** The level that a value of {@code -march} lets the compiler use; empty where it does not tell. */
    static Optional<Level> level(String march) {
        String name = march.toLowerCase(Locale.ROOT);
        if (V4.matcher(name).matches()) {
            return Optional.of(Level.V4);
        }
        if (V3.matcher(name).matches()) {
            return Optional.of(Level.V3);
        }
        if (V2.contains(name)) {
            return Optional.of(Level.V2);
        }
        return V1.contains(name) ? Optional.of(Level.V1) : Optional.empty();
    }
}
