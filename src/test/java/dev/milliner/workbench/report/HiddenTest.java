package dev.milliner.workbench.report;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What is nobody else's business is replaced, and nothing else is. */
class HiddenTest {
    private static final Hidden OURS = new Hidden("/home/kim", "kim", "hatstand");

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "in /home/kim/distro/azldev.toml: line 3 | in ~/distro/azldev.toml: line 3",
                "/home/kim | ~",
                "/home/kimberley/x | /home/kimberley/x",
                "given by kim, on hatstand. | given by USER, on MACHINE.",
                "kimono and hatstands | kimono and hatstands",
                "/data/kim/x | /data/USER/x",
                "https://kim:pw@git.example.org/a.git | https://…@git.example.org/a.git",
                "https://git.example.org/a.git | https://git.example.org/a.git",
                "Authorization: Bearer abc.def | Authorization: …",
                "api_key=123 and more | api_key= …",
                "a token of thanks | a token of thanks",
            })
    void onlyWhatIsOursGoes(String text, String told) {
        assertThat(OURS.in(text)).isEqualTo(told);
    }

    @Test
    void rootAndAMachineWithoutANameHideNothingElse() {
        assertThat(new Hidden("/", "root", "").in("/usr of root")).isEqualTo("/usr of root");
        assertThat(new Hidden("/root", "root", "localhost").in("/root/x at localhost"))
                .isEqualTo("~/x at localhost");
    }
}
