package dev.milliner.workbench.words;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Texts out of the bundle, and the user's own in their place. */
class WordingTest {
    private static final Map<String, String> OURS = Map.of("a.title", "Title", "a.of", "{0} of {1}");

    @TempDir
    @SuppressWarnings("NullAway.Init")
    private Path folder;

    @Test
    void placesAreFilledAndQuotesStay() {
        assertThat(Wording.of("welcome.view.cant-copied", "bowler", "/{0}", "it's full"))
                .isEqualTo("bowler can't be copied to /{0}: it's full.");
    }

    @Test
    void aNumberChooses() {
        assertThat(Wording.counted("count.overlay", 1)).isEqualTo("1 overlay");
        assertThat(Wording.counted("count.overlay", 0)).isEqualTo("0 overlays");
        assertThat(Wording.counted("count.overlay", 7583)).isEqualTo("7\u2009583 overlays");
    }

    @Test
    void theUsersOwnWordsHold() throws IOException {
        OwnWords own = OwnWords.read(file("a.title=Titel\na.of={1} enthält {0}\nb.unknown=nichts\n"), OURS);
        assertThat(own.words()).isEqualTo(Map.of("a.title", "Titel", "a.of", "{1} enthält {0}"));
        assertThat(own.told()).isEmpty();
    }

    @Test
    void whatDoesNotHoldIsTold() throws IOException {
        Path file = file("a.title=Titel {0}\na.of=von {1}\n");
        OwnWords own = OwnWords.read(file, OURS);
        assertThat(own.words()).isEqualTo(Map.of("a.of", "von {1}"));
        assertThat(own.told())
                .containsExactly(file + ": the words of a.title have a place that nothing is put into. It is \"Title\""
                        + " in English, which holds.");
    }

    @Test
    void aFileThatIsNoneIsTold() throws IOException {
        Path file = file("a.title=\\u12\n");
        assertThat(OwnWords.read(file, OURS))
                .isEqualTo(new OwnWords(
                        Map.of(),
                        java.util.List.of("None of your own words holds: " + file
                                + " has a \\u that four hexadecimal digits don't follow.")));
        assertThat(OwnWords.read(folder, OURS).told())
                .singleElement()
                .asString()
                .startsWith("None of your own words holds: ");
        assertThat(OwnWords.read(folder.resolve("none"), OURS).told()).isEmpty();
    }

    private Path file(String text) throws IOException {
        return Files.writeString(folder.resolve(Wording.FILE), text);
    }
}
