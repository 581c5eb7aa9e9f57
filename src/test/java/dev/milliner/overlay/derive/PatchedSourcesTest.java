package dev.milliner.overlay.derive;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.milliner.overlay.OverlayException;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

/** Paths that no file can have are refused before anything is done with them. */
class PatchedSourcesTest {
    private static final String LONG = "it names a file by a path that is longer than any may be";

    private static PatchedSources patch(String path) throws OverlayException {
        return new PatchedSources("""
                diff --git a/%1$s b/%1$s
                new file mode 100644
                --- /dev/null
                +++ b/%1$s
                @@ -0,0 +1 @@
                +one
                """.formatted(path).getBytes(StandardCharsets.UTF_8));
    }

    @Test
    void anOrdinaryPathIsTaken() throws OverlayException {
        assertThat(patch("a/b.patch").files()).containsExactly("a/b.patch");
    }

    @Test
    void aPathOfTooManyFoldersIsRefused() {
        assertRefused("a/".repeat(3000) + "b");
    }

    @Test
    void aHeadingOfHundredThousandLettersIsRefused() {
        assertRefused("rename from ".repeat(20_000));
    }

    private static void assertRefused(String path) {
        assertThatThrownBy(() -> patch(path))
                .isInstanceOf(OverlayException.class)
                .hasMessage(LONG);
    }
}
