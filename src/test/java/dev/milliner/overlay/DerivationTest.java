package dev.milliner.overlay;

import static org.assertj.core.api.Assertions.assertThat;

import dev.milliner.overlay.derive.Derivation;
import dev.milliner.overlay.derive.Derived;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Results that no overlays lead to: what is left is told, and it ends. */
@Timeout(120)
class DerivationTest {
    private static final String SPEC = "Name: hat\nVersion: 1\n\n%build\nmake hat\n";

    private static Sources sources(String spec) {
        return new Sources(new TreeMap<>(Map.of("hat.spec", SourceFile.of(spec))));
    }

    private static Derived derived(String before, String after) {
        return Derivation.between("hat.spec", sources(before), sources(after));
    }

    @Test
    void aLastLineWithoutItsEndIsTold() {
        Derived derived = derived(SPEC, SPEC.stripTrailing());
        assertThat(derived.exact()).isFalse();
        assertThat(derived.changes()).isEmpty();
    }

    @Test
    void theRestIsFoundBesideIt() {
        Derived derived = derived(SPEC, SPEC.replace("Version: 1", "Version: 2").stripTrailing());
        assertThat(derived.exact()).isFalse();
        assertThat(derived.changes()).containsExactly(new Change.UpdateTag("", "Version", "2"));
    }

    @Test
    void lineEndsOfAnotherSystemAreTold() {
        Derived derived = derived(SPEC, SPEC.replace("\n", "\r\n"));
        assertThat(derived.exact()).isFalse();
    }

    @Test
    void aSpecThatIsAnotherAllOverComesToAnEnd() {
        String before = spec("one");
        String after = spec("other");
        Derived derived = derived(before, after);
        assertThat(derived.exact()).isFalse();
        assertThat(derived.rest()).isEqualTo(FileChange.between(derived.result(), sources(after)));
    }

    private static String spec(String word) {
        return SPEC
                + IntStream.range(0, 600)
                        .mapToObj(i ->
                                i % 3 == 0 ? "# kept " + i : word + " " + (i * 7919 % 1000) + " " + word.hashCode() * i)
                        .collect(Collectors.joining("\n", "", "\n"));
    }
}
