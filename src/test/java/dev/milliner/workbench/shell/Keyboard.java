package dev.milliner.workbench.shell;

import java.util.Optional;
import java.util.function.Predicate;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.input.KeyCode;
import org.testfx.api.FxRobot;

/** A person who has no mouse. */
final class Keyboard {
    private static final int MOST_STEPS = 150;

    private final FxRobot robot;
    private final Scene scene;

    Keyboard(FxRobot robot, Scene scene) {
        this.robot = robot;
        this.scene = scene;
    }

    /** Presses a key while others are held. */
    void press(KeyCode key, KeyCode... held) {
        robot.press(held).type(key).release(held);
    }

    /** Runs a command by its words. */
    void command(Shell shell, String words) {
        press(KeyCode.P, KeyCode.CONTROL, KeyCode.SHIFT);
        robot.write(words);
        UiTest.until("quick search has answered", shell.palette()::isSettled);
        UiTest.type(robot, KeyCode.ENTER);
    }

    /** Goes on by Tab, and by F6 out of texts, until something has the keyboard. */
    void goTo(String what, Predicate<Node> wanted) {
        for (int step = 0; step < MOST_STEPS; step++) {
            Optional<Node> now = owner();
            if (now.filter(wanted).isPresent()) {
                return;
            }
            UiTest.type(robot, now.filter(Keyboard::takesTab).isPresent() ? KeyCode.F6 : KeyCode.TAB);
        }
        throw new AssertionError("Tab does not get to " + what);
    }

    /** Goes to what has an id. */
    void goTo(String id) {
        goTo("#" + id, node -> id.equals(node.getId()));
    }

    private static boolean takesTab(Node node) {
        return node.getStyleClass().contains("code-area");
    }

    /** What has the keyboard. */
    Optional<Node> owner() {
        return UiTest.onScreen(() -> Optional.ofNullable(scene.getFocusOwner()));
    }

    /** Tells whether what has the keyboard shows it; a text does by its caret. */
    boolean isShown() {
        return owner().map(node -> takesTab(node) || node.isFocusVisible()).orElse(false);
    }

    boolean isAt(String styleClass) {
        return owner().map(node -> node.getStyleClass().contains(styleClass)).orElse(false);
    }
}
