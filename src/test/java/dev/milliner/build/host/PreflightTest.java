package dev.milliner.build.host;

import static org.assertj.core.api.Assertions.assertThat;

import dev.milliner.ground.ToolAnswer;
import dev.milliner.image.KiwiDescription;
import dev.milliner.rpm.Level;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PreflightTest {
    @TempDir
    Path folder;

    @Test
    void onlyWhatStartsByUefiNeedsFat() {
        assertThat(checks(true)).contains("vfat", "mkfs.vfat", "loop devices", "room for files", "rpm and v3");
        assertThat(checks(false)).doesNotContain("vfat", "mkfs.vfat");
    }

    private List<String> checks(boolean uefi) {
        KiwiDescription description = new KiwiDescription("disk", "1", "oem", Set.of(), List.of(), uefi, Set.of());
        return Preflight.of(description, Level.V3, folder).stream()
                .map(HostFinding::check)
                .toList();
    }

    @Test
    void aProcessorThatCannotRunWhatIsBuiltIsNoReasonNotToBuild() {
        HostFinding older = Preflight.processor(Level.V3, Level.V2);
        assertThat(older.ok()).isTrue();
        assertThat(older.fix()).contains("%check");
        assertThat(Preflight.processor(Level.V3, Level.V4).fix()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "RPM version 4.18.0, 4, 19, false",
        "RPM version 4.19.1, 4, 19, true",
        "RPM version 6.1.0, 4, 19, true",
        "KIWI (next generation) version 10.2.33, 10, 3, false",
        "KIWI (next generation) version 11.1.6, 10, 3, true",
        "'', 1, 0, false"
    })
    void versionsAreNumbers(String text, int major, int minor, boolean atLeast) {
        assertThat(ToolAnswer.isAtLeast(text, major, minor)).isEqualTo(atLeast);
    }
}
