package dev.milliner.overlay;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Random;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** What is held small is what it was. */
class PackedSourcesTest {
    private static final String PATCH = "--- a/one.c\n+++ b/one.c\n@@ -1 +1 @@\n-old\n+new\n".repeat(200);

    @Test
    void bytesOfEveryKindAreTheSame() {
        Random random = new Random(1);
        byte[] noise = new byte[3_000_001];
        random.nextBytes(noise);
        byte[] halfNoise = Arrays.copyOf(noise, 1_000_000);
        Arrays.fill(halfNoise, 0, 500_000, (byte) 'x');
        Stream.of(noise, halfNoise, new byte[5_000], PATCH.getBytes(StandardCharsets.UTF_8), new byte[] {1})
                .forEach(bytes -> assertThat(new PackedBytes(bytes).bytes()).isEqualTo(bytes));
    }

    @Test
    void aFileIsEqualHoweverItIsHeld() {
        SourceFile plain = new SourceFile(PATCH.getBytes(StandardCharsets.UTF_8), 0755);
        SourceFile packed = plain.packed();
        assertThat(packed).isNotSameAs(plain).isEqualTo(plain).hasSameHashCodeAs(plain);
        assertThat(plain).isEqualTo(packed);
        assertThat(packed).isEqualTo(new SourceFile(plain.bytes().clone(), 0755).packed());
        assertThat(packed.bytes()).isEqualTo(plain.bytes());
        assertThat(packed.text()).isEqualTo(PATCH);
        assertThat(packed.mode()).isEqualTo(0755);
        SourceFile other = new SourceFile((PATCH + "x").getBytes(StandardCharsets.UTF_8), 0755);
        assertThat(packed).isNotEqualTo(other).isNotEqualTo(other.packed());
    }

    @Test
    void specsAndSmallFilesStayAsTheyAre() {
        TreeMap<String, SourceFile> files = new TreeMap<>();
        files.put("greet.spec", SourceFile.of("Name: greet\n".repeat(1_000)));
        files.put("small.patch", SourceFile.of("-old\n+new\n"));
        files.put("large.patch", SourceFile.of(PATCH));
        Sources packed = new Sources(files).packed();
        assertThat(packed).isEqualTo(new Sources(files));
        assertThat(packed.files().get("greet.spec")).isSameAs(files.get("greet.spec"));
        assertThat(packed.files().get("small.patch")).isSameAs(files.get("small.patch"));
        assertThat(packed.files().get("large.patch")).isNotSameAs(files.get("large.patch"));
    }
}
