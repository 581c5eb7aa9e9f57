package dev.milliner.spec;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.google.re2j.Pattern;
import java.util.List;
import org.junit.jupiter.api.Test;

class SpecEditsTest {
    private static final String SPEC = """
            Name: hat
            Source0: hat.tar.gz
            %if 0
            Source1: band.txt
            %endif
            License: MIT

            %package -n brim
            Summary: A brim

            %build
            make

            %files -n brim
            /usr/bin/brim
            """;

    @Test
    void aTagIsInsertedBehindItsFamilyAndOutsideOfConditionals() throws Exception {
        Spec spec = TagEdits.insert(Spec.parse(SPEC), "", "Source9", "feather.txt");
        assertThat(spec.lines().subList(4, 6)).containsExactly("%endif", "Source9: feather.txt");
    }

    @Test
    void aSubpackageGoesWithAllItsSections() throws Exception {
        Spec spec = SectionEdits.removeSubpackage(Spec.parse(SPEC), "brim");
        assertThat(spec.text()).doesNotContain("brim").contains("make");
    }

    @Test
    void aSectionIsNotTakenOutOfAConditionalThatItShares() {
        String text = "Name: hat\n%if 1\n%check\ntrue\n%else\n%check\nfalse\n%endif\n";
        assertThatThrownBy(() -> SectionEdits.removeSection(Spec.parse(text), "%check", ""))
                .isInstanceOf(SpecEditException.class)
                .hasMessageContaining("%check");
    }

    @Test
    void headersAreNotReplaced() {
        assertThatThrownBy(() -> SectionEdits.replace(Spec.parse(SPEC), "", "", "%build", "%prep"))
                .isInstanceOf(SpecEditException.class)
                .hasMessageContaining("`%build`");
    }

    @Test
    void patchesGoIntoThePatchListWhereThereIsOne() throws Exception {
        assertThat(PatchEdits.add(Spec.parse("Name: a\n%patchlist\none.patch\n"), "", "two.patch")
                        .lines())
                .containsExactly("Name: a", "%patchlist", "one.patch", "two.patch");
        assertThat(PatchEdits.add(Spec.parse("Name: a\nPatch: one\nPatch: two\n"), "", "x")
                        .lines())
                .contains("Patch2: x");
    }

    @Test
    void bytesThatAreNoTextSurvive() {
        byte[] bytes = {'a', (byte) 0xE9, '\n', (byte) 0xC3, (byte) 0xA9, (byte) 0xF0, (byte) 0x9F, 'z'};
        assertThat(ByteText.encode(ByteText.decode(bytes))).isEqualTo(bytes);
    }

    @Test
    void replacementsFollowGo() {
        assertThat(replaced("x*", "-", "abxxc")).isEqualTo("-a-b-c-");
        assertThat(replaced("a(.)", "$1\\", "abac")).isEqualTo("$1\\$1\\");
        assertThat(replaced("^", ">", "")).isEqualTo(">");
    }

    @Test
    void aLineBeyondAzldevsLimitIsRefused() {
        assertThatThrownBy(() -> Spec.parse("a".repeat(64 * 1024) + "\n")).hasMessageContaining("line 1 is too long");
    }

    @Test
    void carriageReturnsGo() throws Exception {
        assertThat(Spec.parse("a\r\nb").lines()).isEqualTo(List.of("a", "b"));
    }

    private static String replaced(String regex, String replacement, String text) {
        return new LiteralReplacement(Pattern.compile(regex), replacement).applied(text);
    }
}
