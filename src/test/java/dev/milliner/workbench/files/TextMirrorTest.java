package dev.milliner.workbench.files;

import static org.assertj.core.api.Assertions.assertThat;

import dev.milliner.text.LineEndings;
import java.util.Random;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.RepetitionInfo;
import org.junit.jupiter.api.Test;

class TextMirrorTest {
    @Test
    void textComesBackByteForByteWhateverItsLineEndings() {
        for (String text :
                new String[] {"", "a", "a\n", "a\r\nb\r\n", "a\rb", "a\nb\r\nc\rd", "\r\n\n\r", "\uFEFFa = 1\r\n"}) {
            assertThat(new TextMirror(text).fileText()).isEqualTo(text);
        }
    }

    @Test
    void anEditLeavesTheEndingsOfOtherLines() {
        TextMirror mirror = new TextMirror("one\r\ntwo\nthree\r\n");
        mirror.replace(4, "two", "2");
        assertThat(mirror.fileText()).isEqualTo("one\r\n2\nthree\r\n");
        mirror.replace(4, "2\nthree", "2a\n2b\nthree");
        assertThat(mirror.fileText()).isEqualTo("one\r\n2a\n2b\r\nthree\r\n");
    }

    @Test
    void newLinesTakeTheEndingThatTheFileUses() {
        TextMirror mirror = new TextMirror("a\r\nb\r\n");
        mirror.replace(4, "", "c\nd\n");
        assertThat(mirror.fileText()).isEqualTo("a\r\nb\r\nc\r\nd\r\n");
        assertThat(mirror.lineEndingsLabel()).isEqualTo("CRLF");
    }

    /** Random edits on random texts: what is shown follows, and untouched lines keep their bytes. */
    @RepeatedTest(200)
    void randomEditsKeepShownAndFileTextTogether(RepetitionInfo repetition) {
        Random random = new Random(repetition.getCurrentRepetition());
        TextMirror mirror = new TextMirror(text(random, 60, true));
        for (int edit = 0; edit < 30; edit++) {
            String shown = mirror.shownText();
            int start = random.nextInt(shown.length() + 1);
            int end = start + random.nextInt(Math.min(12, shown.length() - start + 1));
            String inserted = text(random, 8, false);
            mirror.replace(start, shown.substring(start, end), inserted);
            String expected = shown.substring(0, start) + inserted + shown.substring(end);
            assertThat(mirror.shownText()).isEqualTo(expected);
            assertThat(LineEndings.normalised(mirror.fileText())).isEqualTo(expected);
        }
    }

    private static String text(Random random, int most, boolean anyEnding) {
        String[] parts = anyEnding ? new String[] {"a", "bc", "\n", "\r\n", "x\r"} : new String[] {"a", "bc", "\n"};
        StringBuilder text = new StringBuilder();
        for (int i = random.nextInt(most); i > 0; i--) {
            text.append(parts[random.nextInt(parts.length)]);
            // Without this a lone \r and a following \n would become one terminator.
            if (anyEnding) {
                text.append('.');
            }
        }
        return text.toString();
    }
}
