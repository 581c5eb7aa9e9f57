package dev.milliner.rpm;

import java.util.Collection;
import java.util.List;
import java.util.Optional;

/**
 * How far a package shows that it is x86-64-v3, and by what. Notes of programs prove what they say; flags prove a policy;
 * the absence of either proves nothing.
 *
 * @param evidence what it comes to
 * @param reason what shows it, in words
 */
public record PackageLevel(LevelEvidence evidence, String reason) {
    /**
     * Judges a package by its header and by those of its files that were read.
     *
     * @param installed its header
     * @param readings what its ELF files say; those that are no programs count for nothing
     */
    public static PackageLevel of(InstalledPackage installed, Collection<ElfLevel.Reading> readings) {
        if (installed.architecture().equals("noarch")) {
            return new PackageLevel(LevelEvidence.NOARCH, "the package is noarch");
        }
        List<ElfLevel.Reading> programs = readings.stream()
                .filter(one -> one.answer() != ElfLevel.Answer.NO_PROGRAM)
                .toList();
        if (programs.isEmpty() && installed.files().stream().noneMatch(PackagedFile::program)) {
            return new PackageLevel(LevelEvidence.NOARCH, "none of its files holds machine code");
        }
        if (!installed.architecture().startsWith("x86_64")) {
            return new PackageLevel(
                    LevelEvidence.UNKNOWN,
                    "it is built for " + installed.architecture() + ", which the x86-64 levels say nothing of");
        }
        String flags = installed.compilerFlags();
        return allHigh(programs)
                .or(() -> compiledForLess(flags, programs))
                .or(() -> partlyNoted(flags, programs))
                .or(() -> told(flags, programs))
                .or(() -> lowNotes(flags, programs))
                .orElseGet(() -> new PackageLevel(
                        LevelEvidence.UNKNOWN, said(flags) + (programs.isEmpty() ? "" : ", " + noted(programs))));
    }

    /** What Go's programs were compiled for is certain. */
    private static Optional<PackageLevel> compiledForLess(String flags, List<ElfLevel.Reading> programs) {
        long less = programs.stream()
                .filter(one -> one.answer() == ElfLevel.Answer.COMPILED_FOR)
                .filter(one -> !one.level().map(PackageLevel::isHigh).orElse(false))
                .count();
        if (less == 0) {
            return Optional.empty();
        }
        boolean mixed = less < programs.size()
                && (high(programs) > 0
                        || CompilerFlags.march(flags)
                                .flatMap(CompilerFlags::level)
                                .filter(PackageLevel::isHigh)
                                .isPresent());
        return Optional.of(new PackageLevel(
                mixed ? LevelEvidence.MIXED : LevelEvidence.BASELINE,
                less + " of " + programs.size() + " programs are Go's and compiled for less than x86-64-v3 (GOAMD64); "
                        + said(flags)));
    }

    /** Where the flags say to write notes, a program without one was not compiled by them. */
    private static Optional<PackageLevel> partlyNoted(String flags, List<ElfLevel.Reading> programs) {
        boolean partly = CompilerFlags.writesNotes(flags) && high(programs) > 0 && high(programs) < programs.size();
        return partly
                ? Optional.of(new PackageLevel(LevelEvidence.MIXED, noted(programs) + "; " + said(flags)))
                : Optional.empty();
    }

    /** What every program says weighs more than flags. */
    private static Optional<PackageLevel> allHigh(List<ElfLevel.Reading> programs) {
        boolean all = !programs.isEmpty() && high(programs) == programs.size();
        return all ? Optional.of(new PackageLevel(LevelEvidence.V3, words(programs))) : Optional.empty();
    }

    /**
     * Where the compiler was also told to write the note, and no program has it, the flags did not reach the programs, as
     * where a finished binary is packed.
     */
    private static Optional<PackageLevel> told(String flags, List<ElfLevel.Reading> programs) {
        Optional<String> march = CompilerFlags.march(flags);
        Optional<Level> level = march.flatMap(CompilerFlags::level);
        boolean unreached = CompilerFlags.writesNotes(flags) && !programs.isEmpty() && high(programs) == 0;
        if (level.isEmpty() || (isHigh(level.get()) && unreached)) {
            return Optional.empty();
        }
        return Optional.of(
                new PackageLevel(isHigh(level.get()) ? LevelEvidence.V3 : LevelEvidence.BASELINE, said(flags)));
    }

    /** A linker writes a low note unasked, so it counts only where the flags do not. */
    private static Optional<PackageLevel> lowNotes(String flags, List<ElfLevel.Reading> programs) {
        boolean some = programs.stream()
                .anyMatch(one -> one.level().filter(level -> !isHigh(level)).isPresent());
        return some
                ? Optional.of(new PackageLevel(
                        LevelEvidence.BASELINE,
                        noted(programs) + ", which names no more than x86-64-v2; " + said(flags)))
                : Optional.empty();
    }

    private static String said(String flags) {
        return CompilerFlags.march(flags)
                .map(march -> "OPTFLAGS say -march=" + march
                        + (CompilerFlags.writesNotes(flags) ? " and to write a note" : ""))
                .orElse(flags.isBlank() ? "the header keeps no OPTFLAGS" : "OPTFLAGS name no -march");
    }

    private static String noted(List<ElfLevel.Reading> programs) {
        long noted = programs.stream()
                .filter(one -> one.answer() == ElfLevel.Answer.NEEDS)
                .count();
        return noted + " of " + programs.size() + (programs.size() == 1 ? " program has" : " programs have")
                + " the note";
    }

    private static String words(List<ElfLevel.Reading> programs) {
        long compiled = programs.stream()
                .filter(one -> one.answer() == ElfLevel.Answer.COMPILED_FOR)
                .count();
        return compiled == 0
                ? noted(programs) + " that x86-64-v3 or more is needed"
                : programs.size() + " of " + programs.size() + " programs say that x86-64-v3 or more is needed, "
                        + compiled + " by what Go writes of its build";
    }

    private static long high(List<ElfLevel.Reading> programs) {
        return programs.stream()
                .filter(one -> one.level().filter(PackageLevel::isHigh).isPresent())
                .count();
    }

    private static boolean isHigh(Level level) {
        return level.compareTo(Level.V3) >= 0;
    }
}
