package dev.milliner.workbench.editor;

import static org.assertj.core.api.Assertions.assertThat;

import javafx.event.Event;
import javafx.scene.input.KeyCode;
import javafx.scene.input.ScrollEvent;
import javafx.stage.Stage;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;

/** What the editor's keys do. In the tables a bar is a caret, two are a selection, and a slash is a line break. */
@ExtendWith(ApplicationExtension.class)
class EditorKeysTest {
    private EditorCase editor;

    @Start
    void start(Stage stage) {
        editor = new EditorCase(stage);
    }

    @AfterEach
    void close(FxRobot robot) {
        robot.interact(editor::close);
    }

    private void show(String marked) {
        editor.show("a.toml", marked.replace('/', '\n'));
    }

    private String shown() {
        return editor.shown().replace('\n', '/');
    }

    @ParameterizedTest
    @CsvSource(textBlock = """
            UP,    alt,        a/b|c/d,      b|c/a/d
            UP,    alt,        a|a/b,        a|a/b
            UP,    alt,        a/|b/c|/d,    |b/c|/a/d
            UP,    alt,        a/|b/|c,      |b/|a/c
            DOWN,  alt,        a|a/b,        b/a|a
            DOWN,  alt,        a/b|,         a/b|
            DOWN,  alt,        |a/b|/c/d,    c/|a/b|/d
            UP,    alt shift,  a/b|b/c,      a/b|b/bb/c
            DOWN,  alt shift,  a/b|b/c,      a/bb/b|b/c
            DOWN,  alt shift,  |a/b|,        a/b/|a/b|
            K,     ctrl shift, a/b|b/c,      a/|c
            K,     ctrl shift, a/b|b,        a|
            K,     ctrl shift, |a/b|/c,      |c
            K,     ctrl shift, a|,           |
            L,     ctrl,       a/b|b/c,      a/|bb/|c
            L,     ctrl,       a/|bb/|c,     a/|bb/c|
            ENTER, ctrl,       '  a|b/c',    '  ab/  |/c'
            ENTER, ctrl shift, '  a|b/c',    '  |/  ab/c'
            ENTER, '',         x = [|],      x = [/  |/]
            ENTER, '',         '  x = [|',   '  x = [/    |'
            ENTER, '',         # why (|),    # why (/|)
            ENTER, '',         '  "a",|/]',  '  "a",/  |/]'
            TAB,   '',         a|b,          a  |b
            TAB,   '',         |a/b|/c,      '|  a/  b|/c'
            TAB,   shift,      '  a|/b',     a|/b
            SLASH, ctrl,       a|b,          # a|b
            SLASH, ctrl,       |# a/# b|,    |a/b|
            """)
    void keys(KeyCode key, String with, String before, String after) {
        show(before);
        String text = editor.area().getText();
        editor.press(key, with);
        assertThat(shown()).isEqualTo(after);
        editor.undo();
        assertThat(editor.area().getText()).isEqualTo(text);
    }

    @ParameterizedTest
    @CsvSource(quoteCharacter = '`', textBlock = """
            a = |,         "x",   a = "x"|
            a = |,         "",    a = ""|
            a = |,         ",     a = "|"
            a = |,         \"\"\",  a = \"\"\"|
            a = |,         \"\"\"x, a = \"\"\"x|
            a = |,         [1],   a = [1]|
            a = |b,        [,     a = [|b
            a = [|],       {,     a = [{|}]
            [a]|,          ],     [a]]|
            it|,           ',     it'|
            a = "x |,      ',     a = "x '|
            a = "x |,      (,     a = "x (|)
            `# it's |`,    ",     `# it's "|`
            |word| x,      ",     "|word|" x
            |word| x,      [,     [|word|] x
            |word| x,      ],     ]| x
            """)
    void pairs(String before, String typed, String after) {
        show(before);
        editor.type(typed);
        assertThat(shown()).isEqualTo(after);
    }

    @Test
    void backspaceTakesAnEmptyPairAway() {
        show("a = |");
        editor.type("[\"");
        assertThat(shown()).isEqualTo("a = [\"|\"]");
        editor.press(KeyCode.BACK_SPACE, "");
        assertThat(shown()).isEqualTo("a = [|]");
        editor.press(KeyCode.BACK_SPACE, "");
        assertThat(shown()).isEqualTo("a = |");
    }

    @Test
    void aClosingSignThatSomebodyTypedIsNotSteppedOver() {
        show("a = |]");
        editor.type("]");
        assertThat(shown()).isEqualTo("a = ]|]");
    }

    @Test
    void eachMoveOfALineIsAStepOfItsOwn() {
        show("a|/b/c");
        editor.press(KeyCode.DOWN, "shift alt");
        editor.press(KeyCode.DOWN, "shift alt");
        editor.undo();
        assertThat(editor.area().getText()).isEqualTo("a\na\nb\nc");
    }

    @Test
    void nothingIsTypedIntoATextThatIsOnlyRead(FxRobot robot) {
        show("a|/b/c");
        robot.interact(() -> editor.area().setEditable(false));
        editor.type("x[\"");
        editor.press(KeyCode.UP, "alt");
        editor.press(KeyCode.K, "ctrl shift");
        editor.press(KeyCode.ENTER, "");
        editor.press(KeyCode.TAB, "");
        editor.press(KeyCode.SLASH, "ctrl");
        editor.press(KeyCode.BACK_SPACE, "");
        assertThat(editor.area().getText()).isEqualTo("a\nb\nc");
    }

    @Test
    void theTextGrowsAndShrinksWithinBounds(FxRobot robot) {
        show("a|");
        editor.press(KeyCode.PLUS, "ctrl");
        assertThat(size()).isEqualTo(CodeMetrics.USUAL + 1);
        for (int i = 0; i < 40; i++) {
            editor.press(KeyCode.MINUS, "ctrl");
        }
        assertThat(size()).isEqualTo(8);
        editor.press(KeyCode.DIGIT0, "ctrl");
        assertThat(size()).isEqualTo(CodeMetrics.USUAL);
        robot.interact(() -> Event.fireEvent(editor.area(), wheel(40)));
        assertThat(size()).isEqualTo(CodeMetrics.USUAL + 1);
    }

    private double size() {
        return editor.area().lines().metrics().size();
    }

    private static ScrollEvent wheel(double up) {
        return new ScrollEvent(
                ScrollEvent.SCROLL,
                0,
                0,
                0,
                0,
                false,
                true,
                false,
                false,
                true,
                false,
                0,
                up,
                0,
                up,
                ScrollEvent.HorizontalTextScrollUnits.NONE,
                0,
                ScrollEvent.VerticalTextScrollUnits.NONE,
                0,
                0,
                null);
    }
}
