package dev.milliner.workbench.editor;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class WrapTest {
    private static List<String> rows(String text, int columns) {
        int[] breaks = new Wrap(columns).breaks(text);
        return IntStream.rangeClosed(0, breaks.length)
                .mapToObj(
                        i -> text.substring(i == 0 ? 0 : breaks[i - 1], i == breaks.length ? text.length() : breaks[i]))
                .toList();
    }

    @Test
    void aLineGoesOnBehindABlankElseBehindASignElseWhereItMust() {
        assertThat(rows("one two three", 20)).containsExactly("one two three");
        assertThat(rows("one two three four five six", 20)).containsExactly("one two three four ", "five six");
        assertThat(rows("https://example.org/a/long-path/b", 20))
                .containsExactly("https://example.org/", "a/long-path/b");
        assertThat(rows("x".repeat(45), 20)).containsExactly("x".repeat(20), "x".repeat(20), "x".repeat(5));
        assertThat(rows("", 20)).containsExactly("");
        assertThat(rows(" ".repeat(45), 20)).hasSizeGreaterThan(1);
    }

    @Test
    void theBlankBehindAWordThatJustFitsStaysWithIt() {
        assertThat(rows("a".repeat(20) + " b", 20)).containsExactly("a".repeat(20) + " ", "b");
    }

    @Test
    void rowsThatGoOnAreIndentedAsTheirLineWhereThatLeavesEnough() {
        assertThat(new Wrap(20).indent("    one")).isEqualTo(4);
        assertThat(new Wrap(20).indent("\tone")).isEqualTo(8);
        assertThat(new Wrap(20).indent(" ".repeat(11) + "one")).isZero();
        assertThat(rows("    aaaaaaaaaa bbbbbbbbbbbb ccccccc", 20))
                .containsExactly("    aaaaaaaaaa ", "bbbbbbbbbbbb ", "ccccccc");
    }

    @Test
    void noRowIsWiderThanTheViewNorBeginsWithinACharacter() {
        Random random = new Random(5);
        String[] signs = {"a", "bc", " ", "\t", ",", "/", "ä", "漢", "😀", "e\u0301", "=", "word"};
        for (int round = 0; round < 2_000; round++) {
            String text = IntStream.range(0, random.nextInt(120))
                    .mapToObj(i -> signs[random.nextInt(signs.length)])
                    .collect(Collectors.joining());
            int columns = Wrap.FEWEST + random.nextInt(30);
            List<String> rows = rows(text, columns);
            assertThat(String.join("", rows)).isEqualTo(text);
            for (String row : rows) {
                assertThat(row.codePointCount(0, row.length())).isLessThanOrEqualTo(columns + 1 + marks(row));
                assertThat(row.isEmpty() || !Character.isLowSurrogate(row.charAt(0)))
                        .isTrue();
            }
        }
    }

    private static int marks(String row) {
        return (int) row.chars().filter(sign -> sign == '\u0301').count();
    }

    @Test
    void rowsOfFoldedAndWrappedLinesAreThoseCountedOneByOne() {
        Random random = new Random(11);
        Wrap wrap = new Wrap(20);
        for (int round = 0; round < 300; round++) {
            List<String> text = new ArrayList<>();
            for (int i = 0; i < 40; i++) {
                text.add("x".repeat(random.nextInt(3) == 0 ? random.nextInt(90) : 5));
            }
            WrappedLines wrapped = WrappedLines.of(text.size(), text::get, wrap);
            for (int edit = 0; edit < 4; edit++) {
                wrapped = edited(random, text, wrapped, wrap);
                List<Fold> folds = new ArrayList<>();
                for (int i = random.nextInt(4); i > 0; i--) {
                    int first = random.nextInt(text.size() - 1);
                    folds.add(new Fold(first, first + 1 + random.nextInt(text.size() - 1 - first)));
                }
                compare(text, new TextRows(new HiddenLines(folds), wrapped), wrap);
            }
        }
    }

    private static WrappedLines edited(Random random, List<String> text, WrappedLines before, Wrap wrap) {
        int first = random.nextInt(text.size());
        int removed = random.nextInt(Math.min(3, text.size() - first));
        int inserted = random.nextInt(3) + (text.size() < 10 ? 5 : 0);
        text.subList(first, first + removed + 1).clear();
        for (int i = 0; i <= inserted; i++) {
            text.add(first, "y".repeat(random.nextInt(70)));
        }
        return before.edited(first, removed, inserted, text::get, wrap);
    }

    private static void compare(List<String> text, TextRows rows, Wrap wrap) {
        int row = 0;
        for (int line = 0; line < text.size(); line++) {
            if (rows.hidden().hides(line)) {
                assertThat(rows.first(line)).isEqualTo(row - 1);
                continue;
            }
            assertThat(rows.first(line)).isEqualTo(row);
            for (int index = 0; index <= wrap.breaks(text.get(line)).length; index++) {
                assertThat(rows.at(row++)).isEqualTo(new Row(line, index));
            }
        }
        assertThat(rows.count(text.size())).isEqualTo(row);
    }
}
