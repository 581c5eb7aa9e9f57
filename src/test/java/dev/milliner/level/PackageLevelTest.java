package dev.milliner.level;

import static org.assertj.core.api.Assertions.assertThat;

import dev.milliner.rpm.InstalledPackage;
import dev.milliner.rpm.Level;
import dev.milliner.rpm.PackagedFile;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class PackageLevelTest {
    private static final CodeSurvey QUIET = new CodeSurvey(4, 0, 0, 0, 0, 0, 0, false, false);
    private static final CodeSurvey HIGH = new CodeSurvey(40, 20, 9, 0, 0, 0, 0, false, false);
    private static final CodeSurvey LOW = new CodeSurvey(40, 0, 0, 20, 20, 0, 0, false, false);
    private static final CodeSurvey CHOOSING = new CodeSurvey(40, 8, 0, 20, 20, 5, 0, true, false);

    private static CodeFile program(Optional<Level> note, CodeSurvey code) {
        return new CodeFile(
                CodeFile.Kind.PROGRAM, Language.OTHER, Optional.empty(), note, Optional.empty(), code, List.of());
    }

    private static CodeFile silent(CodeSurvey code) {
        return program(Optional.empty(), code);
    }

    private static CodeFile noted(CodeSurvey code) {
        return program(Optional.of(Level.V3), code);
    }

    private static CodeFile go(Level level) {
        return new CodeFile(
                CodeFile.Kind.PROGRAM,
                Language.GO,
                Optional.of(level),
                Optional.empty(),
                Optional.empty(),
                CodeSurvey.NONE,
                List.of());
    }

    private static CodeFile rust(int beyond, int before, int below) {
        return new CodeFile(
                CodeFile.Kind.PROGRAM,
                Language.RUST,
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                new CodeSurvey(beyond + below, beyond, 0, below, before, 0, 0, true, false),
                List.of());
    }

    private static InstalledPackage header(String architecture, String flags, String path, boolean program) {
        return new InstalledPackage(
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
                List.of(new PackagedFile(path, 1, 0100755, "root", "root", "", program, false)));
    }

    private static PackageLevel judged(String flags, CodeFile... files) {
        Map<String, CodeFile> read = new LinkedHashMap<>();
        for (CodeFile file : files) {
            read.put("/usr/bin/hat" + read.size(), file);
        }
        return PackageLevel.of(header("x86_64", flags, "/usr/bin/hat", files.length > 0), read);
    }

    private static LevelEvidence evidence(String flags, CodeFile... files) {
        return judged(flags, files).evidence();
    }

    @Test
    void theLastMarchOfTheFlagsCountsWhereNothingTells() {
        assertThat(evidence("-O2 -march=x86-64 -g -march=x86-64-v3", silent(QUIET)))
                .isEqualTo(LevelEvidence.FLAGS);
        assertThat(evidence("-march=x86-64-v3 -march=x86-64-v2", silent(QUIET))).isEqualTo(LevelEvidence.BASELINE);
        assertThat(evidence("-march=haswell", silent(QUIET))).isEqualTo(LevelEvidence.FLAGS);
        assertThat(evidence("-march=native", silent(QUIET))).isEqualTo(LevelEvidence.UNKNOWN);
        assertThat(evidence("-O2 -mtune=haswell", silent(QUIET))).isEqualTo(LevelEvidence.UNKNOWN);
        assertThat(judged("-march=x86-64-v3", silent(QUIET)).reason()).contains("OPTFLAGS say -march=x86-64-v3");
    }

    @Test
    void codeWeighsMoreThanFlagsAndNotes() {
        assertThat(evidence("-march=x86-64", silent(HIGH))).isEqualTo(LevelEvidence.LIKELY);
        assertThat(evidence("-march=x86-64", noted(HIGH))).isEqualTo(LevelEvidence.V3);
        assertThat(evidence("-march=x86-64-v3", silent(LOW))).isEqualTo(LevelEvidence.BASELINE);
        assertThat(evidence("-march=x86-64-v3 -mneeded", noted(LOW))).isEqualTo(LevelEvidence.BASELINE);
        assertThat(evidence("-march=x86-64-v3 -mneeded", noted(QUIET))).isEqualTo(LevelEvidence.FLAGS);
        assertThat(evidence("", silent(CHOOSING))).isEqualTo(LevelEvidence.UNKNOWN);
    }

    @Test
    void programsOfSeveralKindsAreMixed() {
        assertThat(evidence("", noted(HIGH), silent(LOW), silent(LOW))).isEqualTo(LevelEvidence.MIXED);
        assertThat(evidence("-march=x86-64-v3", noted(QUIET), silent(QUIET), silent(QUIET)))
                .isEqualTo(LevelEvidence.MIXED);
        PackageLevel level = judged("-march=x86-64-v3", noted(HIGH), silent(LOW), silent(LOW));
        assertThat(level.reason())
                .contains("of 3 programs 1 is proved x86-64-v3, 2 are compiled for less", "/usr/bin/hat1: ");
        assertThat(level.files()).hasSize(3);
    }

    @Test
    void theLeastSureRungOfThoseThatAgreeCounts() {
        assertThat(evidence("", noted(HIGH), noted(HIGH))).isEqualTo(LevelEvidence.V3);
        assertThat(evidence("", noted(HIGH), silent(HIGH))).isEqualTo(LevelEvidence.LIKELY);
        assertThat(evidence("-mneeded", noted(HIGH), noted(QUIET))).isEqualTo(LevelEvidence.LIKELY);
        assertThat(evidence("", silent(HIGH), silent(QUIET))).isEqualTo(LevelEvidence.LIKELY);
        assertThat(evidence("", silent(HIGH), silent(CHOOSING))).isEqualTo(LevelEvidence.MIXED);
        assertThat(evidence("", silent(LOW), silent(QUIET))).isEqualTo(LevelEvidence.BASELINE);
        assertThat(evidence("", silent(QUIET), silent(QUIET))).isEqualTo(LevelEvidence.UNKNOWN);
    }

    @Test
    void whatGoSaysOfItsBuildIsCertain() {
        String flags = "-O2 -march=x86-64-v3";
        assertThat(evidence(flags, go(Level.V1))).isEqualTo(LevelEvidence.BASELINE);
        assertThat(evidence(flags, silent(QUIET), go(Level.V1))).isEqualTo(LevelEvidence.MIXED);
        assertThat(evidence("", go(Level.V3))).isEqualTo(LevelEvidence.V3);
        assertThat(evidence("", go(Level.V3), noted(HIGH))).isEqualTo(LevelEvidence.V3);
        assertThat(judged("", go(Level.V3), go(Level.V1)).reason()).contains("GOAMD64");
        assertThat(evidence("", go(Level.V3), go(Level.V1))).isEqualTo(LevelEvidence.MIXED);
        assertThat(evidence("", silent(QUIET), go(Level.V1))).isEqualTo(LevelEvidence.BASELINE);
    }

    @Test
    void theLibraryThatRustBringsHidesNothing() {
        assertThat(evidence("", rust(4, 0, 150))).isEqualTo(LevelEvidence.LIKELY);
        assertThat(evidence("", rust(4, 30, 150))).isEqualTo(LevelEvidence.UNKNOWN);
        assertThat(evidence("", rust(0, 0, 150))).isEqualTo(LevelEvidence.BASELINE);
    }

    @Test
    void whatHasNoMachineCodeIsSaidWhy() {
        PackageLevel noarch = PackageLevel.of(header("noarch", "", "/usr/share/hat", false), Map.of());
        assertThat(noarch.evidence()).isEqualTo(LevelEvidence.NOARCH);
        assertThat(noarch.reason()).isEqualTo("the package is noarch");
        assertThat(judged("-march=x86-64-v3").reason()).contains("none of its files");
        assertThat(PackageLevel.of(
                                header("aarch64", "-O2", "/usr/bin/hat", true),
                                Map.of("/usr/bin/hat", CodeFile.FOREIGN))
                        .evidence())
                .isEqualTo(LevelEvidence.UNKNOWN);
        assertThat(PackageLevel.of(header("noarch", "", "/usr/lib/firmware/hat.bin", false), Map.of())
                        .evidence())
                .isEqualTo(LevelEvidence.UNKNOWN);
    }

    @Test
    void aHeaderAloneProvesNothing() {
        InstalledPackage header = header("x86_64", "-march=x86-64-v3", "/usr/bin/hat", true);
        assertThat(PackageLevel.of(header, Map.of()).evidence()).isEqualTo(LevelEvidence.FLAGS);
    }
}
