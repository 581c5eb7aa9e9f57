package dev.milliner.workbench.shell;

import static org.assertj.core.api.Assertions.assertThat;

import dev.milliner.workbench.base.Later;
import java.io.IOException;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicReference;
import javafx.scene.control.Label;
import javafx.scene.control.Labeled;
import javafx.scene.control.ToggleButton;
import javafx.scene.input.KeyCode;
import javafx.stage.Stage;
import org.junit.jupiter.api.Test;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.Start;

/** What runs is listed with a way to end it, and what was said can be read again. */
class ActivityTest extends SampleWindow {
    @Start
    void start(Stage stage) throws IOException {
        open(stage);
    }

    private void show(FxRobot robot) {
        UiTest.until("the distro is resolved", () -> shell().isSettled());
        robot.interact(() -> robot.lookup("#status-activity")
                .queryAs(javafx.scene.control.Hyperlink.class)
                .fire());
    }

    private static List<String> words(FxRobot robot) {
        return UiTest.onScreen(() -> robot.lookup("#activity .label").queryAllAs(Label.class).stream()
                .map(Labeled::getText)
                .toList());
    }

    @Test
    void whatTakesLongIsListedUntilItEnds(FxRobot robot) {
        CountDownLatch end = new CountDownLatch(1);
        try (Later later = new Later("a slow answer")) {
            show(robot);
            robot.interact(() -> later.ask(() -> await(end), answer -> {}));
            UiTest.until("it is listed", () -> words(robot).contains("A slow answer"));
            end.countDown();
            UiTest.until("it is gone", () -> words(robot).contains("Nothing runs."));
        } finally {
            end.countDown();
        }
        robot.type(KeyCode.ESCAPE);
        assertThat(robot.lookup("#activity").tryQuery()).isEmpty();
    }

    @Test
    void whatTakesLongNeedNotBeWaitedFor(FxRobot robot) {
        AtomicBoolean end = new AtomicBoolean();
        AtomicReference<String> shown = new AtomicReference<>("nothing");
        try (Later later = new Later("a deaf answer")) {
            show(robot);
            robot.interact(() -> later.ask(
                    () -> {
                        while (!end.get()) {
                            Thread.onSpinWait();
                        }
                        return "too late";
                    },
                    shown::set));
            UiTest.until("it is listed", () -> words(robot).contains("A deaf answer"));
            robot.clickOn("#activity .activity-row .button");
            assertThat(later.isSettled()).isTrue();
            UiTest.until("it is said", () -> words(robot).contains("goes on by itself, and is not waited for"));
            robot.interact(() -> later.ask(() -> "in time", shown::set));
            UiTest.until("the next is answered", () -> "in time".equals(shown.get()));
            end.set(true);
            UiTest.until("it is gone", () -> words(robot).contains("Nothing runs."));
            assertThat(shown).hasValue("in time");
        } finally {
            end.set(true);
        }
    }

    private static boolean await(CountDownLatch end) {
        try {
            return end.await(60, TimeUnit.SECONDS);
        } catch (InterruptedException stopped) {
            return false;
        }
    }

    @Test
    void whatWasSaidCanBeReadAgain(FxRobot robot) {
        UiTest.until("the distro is resolved", () -> shell().isSettled());
        robot.interact(() -> {
            shell().say("First this.");
            shell().say("Then that.");
            shell().notices().tell("Something", List.of("And a notice."));
        });
        show(robot);
        assertThat(words(robot)).containsSubsequence("And a notice.", "Then that.", "First this.");
    }

    @Test
    void aBuildThatWaitsIsListedAndGivenUp(FxRobot robot) {
        UiTest.until("the distro is resolved", () -> shell().isSettled());
        robot.interact(() -> {
            shell().showPage("builds");
            robot.lookup("#builds .toggle-button").queryAllAs(ToggleButton.class).stream()
                    .filter(button -> "Pause queue".equals(button.getText()))
                    .forEach(ToggleButton::fire);
            shell().builds().build("bowler-container");
        });
        show(robot);
        UiTest.until("it waits", () -> words(robot).contains("waits for its turn"));
        robot.clickOn("#activity .activity-row .button");
        UiTest.until("it is given up", () -> words(robot).contains("Nothing runs."));
        assertThat(shell().builds().isRunning()).isFalse();
    }
}
