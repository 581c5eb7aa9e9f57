package dev.milliner.workbench.editor;

import static org.assertj.core.api.Assertions.assertThat;

import javafx.stage.Stage;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;

/** The screen of tests knows no dragging, so this begins where something is dropped. */
@ExtendWith(ApplicationExtension.class)
class TextDragTest {
    private EditorCase editor;

    @Start
    void start(Stage stage) {
        editor = new EditorCase(stage);
    }

    @AfterEach
    void close(FxRobot robot) {
        robot.interact(editor::close);
    }

    private void drop(FxRobot robot, String text, int place, boolean moves) {
        robot.interact(() -> editor.editor().dragging().drop(text, place, moves));
    }

    @Test
    void whatIsSelectedGoesUpOrDownAndComesBackByOneUndo(FxRobot robot) {
        editor.show("a.txt", "one |two |three\nfour\n");
        drop(robot, "two ", 14, true);
        assertThat(editor.shown()).isEqualTo("one three\n|two |four\n");
        editor.undo();
        assertThat(editor.area().getText()).isEqualTo("one two three\nfour\n");
        robot.interact(() -> {
            editor.area().selectRange(8, 13);
            editor.area().displaceCaret(3);
        });
        drop(robot, "three", 0, true);
        assertThat(editor.shown()).isEqualTo("|three|one two \nfour\n");
    }

    @Test
    void onItselfNothingIsMovedAndACopyIsAdded(FxRobot robot) {
        editor.show("a.txt", "one |two |three");
        drop(robot, "two ", 6, true);
        assertThat(editor.shown()).isEqualTo("one |two |three");
        drop(robot, "two ", 0, false);
        assertThat(editor.shown()).isEqualTo("|two |one two three");
    }
}
