package dev.milliner.level;

import static org.assertj.core.api.Assertions.assertThat;

import dev.milliner.rpm.Level;
import java.io.IOException;
import java.io.InputStream;
import java.util.Objects;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Compiled probes of all kinds of file, so that the judgement is tested where there is no compiler; their sources lie beside them. */
class ProbesTest {
    private static final String PYTHON = ".cpython-313-x86_64-linux-gnu.so";

    private static CodeFile read(String name) throws IOException {
        try (InputStream file = Objects.requireNonNull(
                ProbesTest.class.getResourceAsStream("probes/made/" + name), "no probe " + name)) {
            return CodeFiles.read("/usr/lib/" + name, file);
        }
    }

    private static FileLevel judged(String name) throws IOException {
        return FileLevel.of(read(name), PackageFlags.NONE);
    }

    @ParameterizedTest
    @CsvSource({
        "plain, PROGRAM, BASELINE",
        "high, PROGRAM, LIKELY",
        "noted, PROGRAM, V3",
        "noted-by-linker, PROGRAM, BASELINE",
        "tiny-noted, PROGRAM, FLAGS",
        "tiny, PROGRAM, UNKNOWN",
        "chosen, PROGRAM, BASELINE",
        "guarded, PROGRAM, BASELINE",
        "by-hand.so, PROGRAM, LIKELY",
        "plain.o, OBJECT, BASELINE",
        "high.o, OBJECT, LIKELY",
        "told.o, OBJECT, FLAGS",
        "plain.a, ARCHIVE, BASELINE",
        "high.a, ARCHIVE, LIKELY",
        "both.a, ARCHIVE, MIXED",
        "apart.a, ARCHIVE, UNKNOWN",
        "plain.ko, MODULE, BASELINE",
        "high.ko, MODULE, LIKELY",
        "high.ko.xz, MODULE, LIKELY",
        "high.ko.zst, MODULE, LIKELY",
        "high.ko.gz, MODULE, LIKELY",
        "plain" + PYTHON + ", PROGRAM, BASELINE",
        "high" + PYTHON + ", PROGRAM, LIKELY",
    })
    void eachKindOfFileIsJudgedByItsCode(String name, CodeFile.Kind kind, LevelEvidence evidence) throws IOException {
        FileLevel level = judged(name);
        assertThat(level.kind()).isEqualTo(kind);
        assertThat(level.evidence()).as(level.reason()).isEqualTo(evidence);
        assertThat(level.reason()).isNotBlank();
    }

    @Test
    void whatIsChosenWhileItRunsIsLeftOut() throws IOException {
        assertThat(read("chosen").code().dispatched()).isPositive();
        assertThat(read("guarded").code().dispatched()).isPositive();
        assertThat(judged("guarded").reason()).contains("only after asking the processor");
    }

    @Test
    void membersOfAnArchiveThatMayBeChosenByAnotherAreNotSaidToBeOfBothKinds() throws IOException {
        assertThat(judged("apart.a").reason()).contains("others may be what they choose", "all count together");
    }

    @Test
    void aNoteOfTheLinkerProvesNothing() throws IOException {
        assertThat(judged("noted-by-linker").needed()).contains(Level.V3);
        assertThat(judged("noted-by-linker").reason()).contains("a linker writes");
        assertThat(judged("tiny-noted").reason()).contains("note says so", "nothing in its code tells");
    }

    @Test
    void flagsOfThePackageCountOnlyWhereTheCodeIsSilentAndTheyReachedIt() throws IOException {
        PackageFlags high = PackageFlags.of("-O2 -march=x86-64-v3");
        PackageFlags writing = PackageFlags.of("-O2 -march=x86-64-v3 -mneeded");
        PackageFlags low = PackageFlags.of("-O2 -march=x86-64-v2");
        assertThat(FileLevel.of(read("tiny"), high).evidence()).isEqualTo(LevelEvidence.FLAGS);
        assertThat(FileLevel.of(read("tiny"), writing).evidence()).isEqualTo(LevelEvidence.UNKNOWN);
        assertThat(FileLevel.of(read("tiny"), low).evidence()).isEqualTo(LevelEvidence.BASELINE);
        assertThat(FileLevel.of(read("plain"), high).evidence()).isEqualTo(LevelEvidence.BASELINE);
        assertThat(FileLevel.of(read("high"), low).evidence()).isEqualTo(LevelEvidence.LIKELY);
    }

    @Test
    void whatACompilerWroteOfItsFlagsIsRead() throws IOException {
        assertThat(read("told.o").told()).contains(Level.V3);
        assertThat(read("high").told()).isEqualTo(Optional.empty());
    }

    @Test
    void damagedFilesAreSurvived() throws IOException {
        for (String name : new String[] {"chosen", "plain.ko", "told.o", "both.a"}) {
            byte[] whole;
            try (InputStream file =
                    Objects.requireNonNull(ProbesTest.class.getResourceAsStream("probes/made/" + name))) {
                whole = file.readAllBytes();
            }
            Random random = new Random(25);
            for (int round = 0; round < 300; round++) {
                byte[] damaged = whole.clone();
                for (int hit = 0; hit < 1 + round % 40; hit++) {
                    damaged[random.nextInt(8, damaged.length)] = (byte) random.nextInt();
                }
                CodeFile read = CodeFiles.read("/x", new java.io.ByteArrayInputStream(damaged));
                assertThat(FileLevel.of(read, PackageFlags.NONE).reason())
                        .as("%s, round %d", name, round)
                        .isNotBlank();
            }
        }
    }

    @Test
    void firmwareAndProgramsOfUefiAreMachineCodeOfWhichNothingIsSaid() throws IOException {
        byte[] uefi = new byte[256];
        uefi[0] = 'M';
        uefi[1] = 'Z';
        uefi[60] = 64;
        uefi[64] = 'P';
        uefi[65] = 'E';
        assertThat(CodeFiles.read("/boot/vmlinuz", new java.io.ByteArrayInputStream(uefi)))
                .isEqualTo(CodeFile.FOREIGN);
        assertThat(CodeFiles.read("/usr/lib/firmware/a.bin", new java.io.ByteArrayInputStream(new byte[20])))
                .isEqualTo(CodeFile.FOREIGN);
        assertThat(CodeFiles.read("/usr/share/a", new java.io.ByteArrayInputStream(new byte[20])))
                .isEqualTo(CodeFile.NONE);
    }
}
