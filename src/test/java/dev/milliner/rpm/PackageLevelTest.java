package dev.milliner.rpm;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class PackageLevelTest {
    private static final ElfLevel.Reading SILENT = ElfLevel.Reading.SILENT;
    private static final ElfLevel.Reading LOW = needs(Level.V1);
    private static final ElfLevel.Reading HIGH = needs(Level.V3);

    private static final ElfLevel.Reading GO_V1 = go(Level.V1);
    private static final ElfLevel.Reading GO_V3 = go(Level.V3);

    private static ElfLevel.Reading go(Level level) {
        return new ElfLevel.Reading(ElfLevel.Answer.COMPILED_FOR, Optional.of(level));
    }

    private static ElfLevel.Reading needs(Level level) {
        return new ElfLevel.Reading(ElfLevel.Answer.NEEDS, Optional.of(level));
    }

    private static PackageLevel judged(String architecture, String flags, ElfLevel.Reading... readings) {
        boolean program = readings.length > 0;
        InstalledPackage one = new InstalledPackage(
                "hat",
                0,
                "1",
                "1",
                architecture,
                1,
                "MIT",
                "hat-1-1.src.rpm",
                "",
                flags,
                List.of(new PackagedFile("/usr/bin/hat", 1, 0100755, "root", "root", "", program, false)));
        return PackageLevel.of(one, List.of(readings));
    }

    @Test
    void theLastMarchOfTheFlagsCounts() {
        PackageLevel level = judged("x86_64", "-O2 -march=x86-64 -g -march=x86-64-v3", LOW);
        assertThat(level.evidence()).isEqualTo(LevelEvidence.V3);
        assertThat(level.reason()).contains("-march=x86-64-v3");
        assertThat(judged("x86_64", "-march=x86-64-v3 -march=x86-64-v2", SILENT).evidence())
                .isEqualTo(LevelEvidence.BASELINE);
        assertThat(judged("x86_64", "-march=haswell", SILENT).evidence()).isEqualTo(LevelEvidence.V3);
        assertThat(judged("x86_64", "-march=native", SILENT).evidence()).isEqualTo(LevelEvidence.UNKNOWN);
        assertThat(judged("x86_64", "-O2 -mtune=haswell", SILENT).evidence()).isEqualTo(LevelEvidence.UNKNOWN);
    }

    @Test
    void notesOfAllProgramsWeighMoreThanFlags() {
        assertThat(judged("x86_64", "-march=x86-64", HIGH, needs(Level.V4)).evidence())
                .isEqualTo(LevelEvidence.V3);
        assertThat(judged("x86_64", "-march=x86-64", HIGH, LOW).evidence()).isEqualTo(LevelEvidence.BASELINE);
        assertThat(judged("x86_64", "", HIGH, SILENT).evidence()).isEqualTo(LevelEvidence.UNKNOWN);
        assertThat(judged("x86_64", "", HIGH, ElfLevel.Reading.NO_PROGRAM).evidence())
                .isEqualTo(LevelEvidence.V3);
    }

    @Test
    void whatIsMissingProvesNothing() {
        PackageLevel level = judged("x86_64", "", SILENT, SILENT);
        assertThat(level.evidence()).isEqualTo(LevelEvidence.UNKNOWN);
        assertThat(level.reason()).contains("no OPTFLAGS", "0 of 2 programs");
        assertThat(judged("x86_64", "-O2 -g", LOW).evidence()).isEqualTo(LevelEvidence.BASELINE);
    }

    @Test
    void flagsThatDidNotReachTheProgramsDoNotCount() {
        String flags = "-O2 -g -march=x86-64-v3 -mneeded";
        assertThat(judged("x86_64", flags, HIGH).evidence()).isEqualTo(LevelEvidence.V3);
        assertThat(judged("x86_64", flags, HIGH, SILENT).evidence()).isEqualTo(LevelEvidence.MIXED);
        assertThat(judged("x86_64", flags, HIGH, SILENT, SILENT).reason()).contains("1 of 3 programs");
        assertThat(judged("x86_64", flags, SILENT).evidence()).isEqualTo(LevelEvidence.UNKNOWN);
        assertThat(judged("x86_64", flags, LOW).evidence()).isEqualTo(LevelEvidence.BASELINE);
    }

    @Test
    void whatGoSaysOfItsBuildIsCertain() {
        String flags = "-O2 -march=x86-64-v3";
        assertThat(judged("x86_64", flags, GO_V1).evidence()).isEqualTo(LevelEvidence.BASELINE);
        assertThat(judged("x86_64", flags, SILENT, GO_V1).evidence()).isEqualTo(LevelEvidence.MIXED);
        assertThat(judged("x86_64", "", GO_V3).evidence()).isEqualTo(LevelEvidence.V3);
        assertThat(judged("x86_64", "", GO_V3, HIGH).reason()).contains("2 of 2 programs", "1 by what Go writes");
        assertThat(judged("x86_64", "", GO_V3, GO_V1).evidence()).isEqualTo(LevelEvidence.MIXED);
        assertThat(judged("x86_64", "", SILENT, GO_V1).evidence()).isEqualTo(LevelEvidence.BASELINE);
    }

    @Test
    void whatHasNoMachineCodeIsSaidWhy() {
        assertThat(judged("noarch", "-march=x86-64-v3"))
                .isEqualTo(new PackageLevel(LevelEvidence.NOARCH, "the package is noarch"));
        assertThat(judged("x86_64", "-march=x86-64-v3").reason()).contains("none of its files");
        assertThat(judged("aarch64", "-O2", ElfLevel.Reading.NO_PROGRAM, SILENT).evidence())
                .isEqualTo(LevelEvidence.UNKNOWN);
    }
}
