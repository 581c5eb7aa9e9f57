package dev.milliner.build.kiwi;

import static org.assertj.core.api.Assertions.assertThat;

import dev.milliner.build.host.HostLevel;
import dev.milliner.build.log.LogSeverity;
import dev.milliner.ground.LineSplitter;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;

class KiwiLineTest {
    @Test
    void aBarBeforeALineGivesProgressAndLeavesTheLine() {
        KiwiLine line = KiwiLine.of(
                "[ INFO    ]: Processing: [#######        ] 17%[ DEBUG   ]: 08:42:34 | bootstrap: Installing",
                LogSeverity.INFO);
        assertThat(line).isEqualTo(new KiwiLine(LogSeverity.DEBUG, "bootstrap: Installing", OptionalInt.of(17)));
    }

    @Test
    void aLineWithoutAStampGoesOnWithTheOneBefore() {
        assertThat(KiwiLine.of("Error: Unable to find a match", LogSeverity.ERROR)
                        .severity())
                .isEqualTo(LogSeverity.ERROR);
    }

    @Test
    void faultsOfTheSchemaAreErrors() {
        assertThat(KiwiLine.of("<string>:0:0:ERROR:RELAXNGV:RELAXNG_ERR_INTEREXTRA: Extra element", LogSeverity.INFO)
                        .severity())
                .isEqualTo(LogSeverity.ERROR);
    }

    @Test
    void progressNeverStandsStillAtAPhasesStart() {
        KiwiProgress progress = new KiwiProgress();
        double loading = progress.after(info("Loading XML description: x"));
        double installing = progress.after(info("Installing bootstrap packages"));
        double half = progress.after(new KiwiLine(LogSeverity.INFO, "", OptionalInt.of(50)));
        assertThat(List.of(loading, installing, half)).isSorted();
        assertThat(half).isLessThan(progress.after(info("Result files:")));
    }

    @Test
    void outputIsCutAtLineFeedsAndCarriageReturns() {
        List<String> lines = new ArrayList<>();
        LineSplitter splitter = new LineSplitter(lines::add);
        byte[] output = "one\n\r10%\r20%\n\nlast é".getBytes(StandardCharsets.UTF_8);
        for (byte one : output) {
            splitter.add(new byte[] {one}, 1);
        }
        splitter.end();
        assertThat(lines).containsExactly("one", "10%", "20%", "", "last é");
    }

    @Test
    void levelsOfProcessors() {
        assertThat(HostLevel.of("flags : fpu sse2")).isEqualTo(dev.milliner.rpm.Level.V1);
        assertThat(HostLevel.of(
                        "flags : cx16 lahf_lm popcnt sse4_1 sse4_2 ssse3 avx avx2 bmi1 bmi2 f16c fma abm movbe"))
                .isEqualTo(dev.milliner.rpm.Level.V3);
    }

    private static KiwiLine info(String text) {
        return new KiwiLine(LogSeverity.INFO, text, OptionalInt.empty());
    }
}
