package dev.milliner.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TextEditTest {
    private static final TextRange WORD = new TextRange(3, 5, 3, 9);

    private static Optional<TextRange> moved(int line, int column, String removed, String inserted) {
        return TextEdit.at(line, column, removed, inserted).moved(WORD);
    }

    @ParameterizedTest
    @CsvSource(
            nullValues = "-",
            value = {
                // line, column, removed, inserted, the range after
                "3, 1, '', 'ab', '3:7-3:11'", // before it in its line
                "3, 5, '', 'ab', '3:7-3:11'", // at its start
                "3, 7, '', 'ab', '3:5-3:11'", // inside
                "3, 9, '', 'ab', '3:5-3:9'", // at its end
                "3, 12, '', 'ab', '3:5-3:9'", // behind it
                "1, 1, '', 'x|y|', '5:5-5:9'", // lines above
                "3, 1, '', '|', '4:5-4:9'", // its line is pushed down
                "3, 3, '', '|', '4:3-4:7'", // its line is split before it
                "3, 7, '', '|', '3:5-4:3'", // it is split
                "4, 1, '', '|', '3:5-3:9'", // a line below
                "1, 1, 'a|b|', '', '1:5-1:9'", // lines above go
                "2, 4, '|', '', '2:8-2:12'", // its line is joined to one above
                "3, 4, 'xx', '', '3:4-3:7'", // its beginning goes
                "3, 8, 'xx', 'y', '3:5-3:8'", // its end goes
                "3, 5, 'xx', 'y', '3:5-3:8'", // replaced from its start
                "3, 5, 'xxxx', 'y', -", // all of it goes
                "3, 1, 'xxxxxxxxx|', '', -" // its line goes
            })
    void aRangeMovesWithItsText(int line, int column, String removed, String inserted, String expected) {
        String shown = moved(line, column, removed.replace('|', '\n'), inserted.replace('|', '\n'))
                .map(range -> range.line() + ":" + range.column() + "-" + range.endLine() + ":" + range.endColumn())
                .orElse(null);
        assertThat(shown).isEqualTo(expected);
    }

    @Test
    void takingAnEditBackBringsARangeBackThatItDidNotSwallow() {
        TextEdit edit = TextEdit.at(2, 3, "ab\nc", "x\ny\nz");
        assertThat(edit.moved(WORD).flatMap(edit.inverse()::moved)).contains(WORD);
    }

    @Test
    void trackedRangesMoveAndAreFoundByLine() {
        TrackedRanges<String> ranges = new TrackedRanges<>();
        ranges.set(List.of(new TrackedRanges.Tracked<>(WORD, "wrong")));
        assertThat(ranges.edited(TextEdit.at(1, 1, "", "x"))).isFalse();
        assertThat(ranges.edited(TextEdit.at(1, 1, "", "\n"))).isTrue();
        assertThat(ranges.beginningIn(3)).isEmpty();
        assertThat(ranges.beginningIn(4))
                .extracting(TrackedRanges.Tracked::what)
                .containsExactly("wrong");
    }

    @Test
    void whatIsSaidAnewNamesTheLinesThatDiffer() {
        TrackedRanges<String> ranges = new TrackedRanges<>();
        TextRange first = new TextRange(1, 2, 1, 4);
        assertThat(ranges.set(
                        List.of(new TrackedRanges.Tracked<>(first, "odd"), new TrackedRanges.Tracked<>(WORD, "wrong"))))
                .containsExactlyInAnyOrder(1, WORD.line());
        assertThat(ranges.set(
                        List.of(new TrackedRanges.Tracked<>(first, "odd"), new TrackedRanges.Tracked<>(WORD, "right"))))
                .containsExactly(WORD.line());
        assertThat(ranges.set(List.copyOf(ranges.all()))).isEmpty();
        assertThat(ranges.set(List.of())).containsExactlyInAnyOrder(1, WORD.line());
    }

    @Test
    void aSwallowedRangeComesBackWithItsText() {
        TrackedRanges<String> ranges = new TrackedRanges<>();
        ranges.set(List.of(new TrackedRanges.Tracked<>(WORD, "wrong")));
        TextEdit first = TextEdit.at(1, 1, "", "new line\n");
        TextEdit second = TextEdit.at(4, 1, "the whole line\n", "");
        ranges.edited(first);
        ranges.edited(second);
        assertThat(ranges.all()).isEmpty();
        assertThat(ranges.edited(second.inverse())).isTrue();
        ranges.edited(first.inverse());
        assertThat(ranges.all()).containsExactly(new TrackedRanges.Tracked<>(WORD, "wrong"));
    }

    @Test
    void anEditThatOnlyLooksLikeTheOneBeforeTakenBackBringsNothingBack() {
        TrackedRanges<String> ranges = new TrackedRanges<>();
        ranges.set(List.of(new TrackedRanges.Tracked<>(WORD, "wrong")));
        TextEdit swallowing = TextEdit.at(3, 1, "a line\nb", "c");
        ranges.edited(swallowing);
        assertThat(ranges.all()).isEmpty();
        ranges.edited(TextEdit.at(3, 1, "c", "x\nb"));
        assertThat(ranges.all()).isEmpty();
    }

    @Test
    void whatIsBetweenEditedLinesOfOneChangeStays() {
        TextEdit edit = TextEdit.at(2, 1, "a\nsame text\na", "bb\nsame text\nbb");
        assertThat(edit.moved(WORD)).contains(WORD);
        assertThat(edit.parts()).hasSize(2);
    }
}
