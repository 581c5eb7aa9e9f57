package dev.milliner.language;

import static org.assertj.core.api.Assertions.assertThat;

import dev.milliner.distro.Format;
import java.util.List;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The outline of a text that is an edit away is the one made from scratch. */
class NextOutlineTest {
    private static final String PATH = "components.toml";
    private static final int EDITS = 600;
    private static final List<String> PIECES = List.of(
            "[components.new]\n",
            "[components]\n",
            "[components.a1.build]\n",
            "[[components.a1.overlays]]\n",
            "x = \"\"\"\n",
            "x = [\n",
            "\n",
            "# remark\n",
            "]",
            "[",
            "\"",
            "key = 1\n");

    private static String text(int components) {
        return IntStream.range(0, components)
                .mapToObj(i -> "[components.a" + i + "]\n"
                        + (i % 3 == 0 ? "[components.a" + i + ".build]\nwithout = [\"x\"]\n" : "")
                        + (i % 4 == 0 ? "\n# remark\n" : ""))
                .collect(Collectors.joining());
    }

    private static KnownOutline whole(String text) {
        TextLines lines = TextLines.of(text);
        return new KnownOutline(Format.FILE, lines, TomlOutline.of(PATH, lines, Format.FILE));
    }

    private static KnownOutline next(KnownOutline before, String text) {
        TextLines lines = before.lines().changedTo(text);
        return new KnownOutline(Format.FILE, lines, new NextOutline(before, lines, PATH).symbols());
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6})
    void isTheOneMadeFromScratch(long seed) {
        Random random = new Random(seed);
        KnownOutline known = whole(text(30));
        for (int edit = 0; edit < EDITS; edit++) {
            String text = known.lines().text();
            int at = random.nextInt(text.length() + 1);
            int to = Math.min(text.length(), at + random.nextInt(random.nextInt(4) == 0 ? 60 : 4));
            String piece = random.nextInt(4) == 0 ? "" : PIECES.get(random.nextInt(PIECES.size()));
            String now = text.length() > 6_000 ? text(20) : text.substring(0, at) + piece + text.substring(to);
            known = next(known, now);
            assertThat(known.symbols())
                    .as("seed %d, edit %d", seed, edit)
                    .isEqualTo(whole(now).symbols());
        }
    }

    @Test
    void whatIsNotMovedIsKept() {
        KnownOutline known = whole(text(30));
        String now = known.lines().text().replace("[components.a14]\n", "[components.b14]\n");
        KnownOutline next = next(known, now);
        assertThat(next.symbols()).isEqualTo(whole(now).symbols());
        IntStream.range(0, 30).filter(i -> i != 13 && i != 14).forEach(i -> assertThat(
                        next.symbols().get(i))
                .isSameAs(known.symbols().get(i)));
    }

    @Test
    void aTableAroundAllThatFollowsIsFound() {
        KnownOutline known = whole(text(10));
        String now = known.lines().text().replace("[components.a4]\n", "[components]\n[components.a4]\n");
        assertThat(next(known, now).symbols()).isEqualTo(whole(now).symbols()).hasSize(5);
    }
}
