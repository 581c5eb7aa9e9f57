package dev.milliner.build.boot;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Random;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ConsoleScreenTest {
    @ParameterizedTest
    @CsvSource({
        "one\\r\\ntwo, one\\ntwo",
        "abc\\b\\bX, aXc",
        "abc\\b\\e[J, ab",
        "loading 10\\rloading 20, loading 20",
        "\\e[31mred\\e[0m text, red text",
        "a\\tb, 'a       b'",
        "old\\e[2Jnew, old\\nnew",
        "title\\e]0;name\\a!, title!",
        "\\ec\\e[?7lhello\\e[6n, hello"
    })
    void aLineIsWhatATerminalShows(String written, String shown) {
        assertThat(screen(unescaped(written))).isEqualTo(unescaped(shown));
    }

    @ParameterizedTest
    @CsvSource({"2, c\\nd", "3, b\\nc\\nd"})
    void theOldestLinesGo(int most, String shown) {
        ConsoleScreen screen = new ConsoleScreen(most);
        screen.write("a\nb\nc\nd");
        assertThat(screen.text()).isEqualTo(unescaped(shown));
    }

    /** What terminals take for more than text, and what they do not. */
    private static final String[] PIECES = {
        "a", "B", "ü", "😀", "\r", "\n", "\b", "\t", "\u0007", "\u001b", "\u001b[", "\u001b]", "2K", "31m", "0;t", ";",
        "[", "J", "\u0000", "\u009b"
    };

    @Test
    void itDoesNotMatterInWhatPiecesTextComes() {
        Random random = new Random(25);
        for (int written = 0; written < 2000; written++) {
            String text = random.ints(random.nextInt(40), 0, PIECES.length)
                    .mapToObj(piece -> PIECES[piece])
                    .collect(Collectors.joining());
            String whole = "ab\u001b[2Kc\u001b]0;t\u0007" + text;
            int cut = random.nextInt(whole.length() + 1);
            ConsoleScreen pieces = new ConsoleScreen(100);
            pieces.write(whole.substring(0, cut));
            pieces.write(whole.substring(cut));
            assertThat(pieces.text()).as("text %d, cut at %d", written, cut).isEqualTo(screen(whole));
        }
    }

    private static String screen(String text) {
        ConsoleScreen screen = new ConsoleScreen(100);
        screen.write(text);
        return screen.text();
    }

    private static String unescaped(String text) {
        return text.replace("\\r", "\r")
                .replace("\\n", "\n")
                .replace("\\b", "\b")
                .replace("\\t", "\t")
                .replace("\\a", "\u0007")
                .replace("\\e", "\u001b");
    }
}
