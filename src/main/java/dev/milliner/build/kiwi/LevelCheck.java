package dev.milliner.build.kiwi;

import dev.milliner.build.log.LogSeverity;
import dev.milliner.build.run.BuildRun;
import dev.milliner.image.Inspection;
import dev.milliner.image.Inspection.Inspected;
import dev.milliner.level.LevelEvidence;
import dev.milliner.rpm.InstalledPackage;
import dev.milliner.rpm.Level;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/** Finds the packages that a build was to compile for x86-64-v3 or more, and that do not show it. */
final class LevelCheck {
    private LevelCheck() {}

    /**
     * Tells a run of them.
     *
     * @param ours the names of the files of the packages that this build made
     */
    static void work(BuildRun run, Inspection inspection, Set<String> ours) {
        Level level = run.request().level();
        List<Inspected> lower = shortOf(level, inspection, ours);
        List<String> unnoted = withoutNote(level, inspection, ours);
        if (!unnoted.isEmpty()) {
            // Rust's programs and assembler have none, so it is no fault; but what is proved is more.
            run.log(
                    LogSeverity.INFO,
                    "Shown to be " + level.label()
                            + " by their code alone, as not all of their files have the note that the flags"
                            + " of this build write: " + String.join(", ", unnoted));
        }
        if (!lower.isEmpty()) {
            run.doubt(
                    words(level, lower),
                    "see whether its spec hands %{optflags} and %{build_ldflags} to the compiler, or packs a finished program");
        }
    }

    static List<Inspected> shortOf(Level level, Inspection inspection, Set<String> ours) {
        if (level.compareTo(Level.V3) < 0) {
            return List.of();
        }
        return inspection.packages().stream()
                .filter(one -> switch (one.level()) {
                    case FLAGS, MIXED, BASELINE, UNKNOWN -> true;
                    case V3, LIKELY, NOARCH -> false;
                })
                .filter(one -> ours.contains(file(one.installed())))
                .toList();
    }

    static List<String> withoutNote(Level level, Inspection inspection, Set<String> ours) {
        if (level.compareTo(Level.V3) < 0) {
            return List.of();
        }
        return inspection.packages().stream()
                .filter(one -> one.level() == LevelEvidence.LIKELY && ours.contains(file(one.installed())))
                .map(one -> one.installed().name())
                .toList();
    }

    private static String words(Level level, List<Inspected> packages) {
        String each = packages.stream()
                .map(one -> one.installed().name() + " ("
                        + one.level().label() + ": "
                        + one.shown().reason() + ")")
                .collect(Collectors.joining("; "));
        return "Built for " + level.label() + ", and not shown to be: " + each;
    }

    /** The name of the file that a package was installed from. */
    static String file(InstalledPackage installed) {
        return installed.name() + "-" + installed.version() + "-" + installed.release() + "." + installed.architecture()
                + ".rpm";
    }
}
