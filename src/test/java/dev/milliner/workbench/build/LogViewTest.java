package dev.milliner.workbench.build;

import static org.assertj.core.api.Assertions.assertThat;

import dev.milliner.workbench.shell.Theme;
import dev.milliner.workbench.words.Words;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import javafx.scene.Scene;
import javafx.scene.control.ScrollBar;
import javafx.scene.control.ToggleButton;
import javafx.scene.input.Clipboard;
import javafx.scene.input.KeyCode;
import javafx.stage.Stage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;
import org.testfx.util.WaitForAsyncUtils;

/** Reading a log by mouse and keys. */
@ExtendWith(ApplicationExtension.class)
class LogViewTest {
    private static final int LINES = 5_000;
    private static final int OF_FIRST_STAGE = 40;

    @TempDir
    Path folder;

    private LogView view;

    @Start
    void start(Stage stage) {
        Theme.loadFonts();
        view = new LogView("Nothing yet.", name -> Optional.empty());
        Scene scene = new Scene(view.node(), 900, 500);
        Theme.named("dark", Theme.all(Path.of("none"))).apply(scene);
        stage.setScene(scene);
        stage.show();
    }

    private static String line(int number) {
        return "10:00:00.%03d %s INFO line %d"
                .formatted(number % 1000, number <= OF_FIRST_STAGE ? "CHECK" : "PACKAGES", number);
    }

    private Path open(FxRobot robot) throws Exception {
        Path log = folder.resolve("build.log");
        Files.writeString(
                log,
                IntStream.rangeClosed(1, LINES)
                        .mapToObj(number -> line(number) + "\n")
                        .collect(Collectors.joining()));
        robot.interact(() -> view.show(log));
        until(() -> shown(robot).contains(LINES));
        return log;
    }

    /** The numbers of the lines that are on the screen. */
    private static List<Integer> shown(FxRobot robot) {
        return robot.lookup(".log-line").queryAllAs(LogLineNode.class).stream()
                .filter(LogLineNode::isVisible)
                .filter(node -> node.row() instanceof LogRow.Line)
                .map(node -> java.util.Objects.requireNonNull(node.row()).number())
                .sorted()
                .toList();
    }

    private static LogLineNode node(FxRobot robot, int number) {
        return robot.lookup(".log-line").queryAllAs(LogLineNode.class).stream()
                .filter(node -> node.row() instanceof LogRow.Line line && line.number() == number)
                .findFirst()
                .orElseThrow();
    }

    private static void until(java.util.concurrent.Callable<Boolean> holds) throws Exception {
        WaitForAsyncUtils.waitFor(
                20, TimeUnit.SECONDS, () -> WaitForAsyncUtils.asyncFx(holds).get());
    }

    private static boolean follows(FxRobot robot) {
        return robot.lookup("#followButton").queryAs(ToggleButton.class).isSelected();
    }

    @Test
    void theEndIsFollowedUntilTheReaderScrollsAwayAndAgainAtTheEnd(FxRobot robot) throws Exception {
        Path log = open(robot);
        assertThat(follows(robot)).isTrue();
        robot.moveTo(".log-list").scroll(3, javafx.geometry.VerticalDirection.UP);
        until(() -> !shown(robot).contains(LINES));
        assertThat(follows(robot)).isFalse();
        List<Integer> before = shown(robot);
        Files.writeString(log, line(LINES + 1) + "\n", StandardOpenOption.APPEND);
        robot.interact(() -> view.show(log));
        until(() -> shown(robot).contains(LINES + 1));
        assertThat(before).doesNotContain(LINES + 1);
        robot.moveTo(".log-list").scroll(3, javafx.geometry.VerticalDirection.UP);
        robot.scroll(40, javafx.geometry.VerticalDirection.DOWN);
        until(() -> shown(robot).contains(LINES + 1));
        assertThat(follows(robot)).isTrue();
    }

    @Test
    void linesAreSelectedWithKeysAndCopied(FxRobot robot) throws Exception {
        open(robot);
        robot.clickOn(".log-list").type(KeyCode.HOME);
        until(() -> shown(robot).contains(1));
        robot.clickOn(node(robot, 3));
        robot.press(KeyCode.SHIFT).type(KeyCode.DOWN).type(KeyCode.DOWN).release(KeyCode.SHIFT);
        robot.press(KeyCode.CONTROL).type(KeyCode.C).release(KeyCode.CONTROL);
        until(() ->
                "line 3\nline 4\nline 5".equals(Clipboard.getSystemClipboard().getString()));
        robot.press(KeyCode.CONTROL).type(KeyCode.A).type(KeyCode.C).release(KeyCode.CONTROL);
        until(() -> String.valueOf(Clipboard.getSystemClipboard().getString())
                        .lines()
                        .count()
                == LINES);
    }

    @Test
    void aStageIsFoldedAtItsHeadAndASearchOpensIt(FxRobot robot) throws Exception {
        open(robot);
        robot.clickOn(".log-list").type(KeyCode.HOME);
        until(() -> shown(robot).contains(1));
        LogLineNode head = robot.lookup(".log-line").queryAllAs(LogLineNode.class).stream()
                .filter(node -> node.row() instanceof LogRow.Head)
                .findFirst()
                .orElseThrow();
        robot.clickOn(head);
        until(() -> shown(robot).contains(OF_FIRST_STAGE + 1) && !shown(robot).contains(1));
        robot.clickOn("#searchField").write("line 39");
        until(() -> robot.lookup("#foundLabel").queryLabeled().getText().equals("111 lines"));
        robot.type(KeyCode.ENTER);
        until(() -> shown(robot).contains(39));
        assertThat(node(robot, 39).getPseudoClassStates())
                .extracting(Object::toString)
                .contains("selected", "found");
    }

    @Test
    void aStageIsFoldedAndUnfoldedByEnterAtItsHead(FxRobot robot) throws Exception {
        open(robot);
        robot.clickOn(".log-list").type(KeyCode.HOME);
        until(() -> shown(robot).contains(1));
        robot.type(KeyCode.ENTER);
        until(() -> shown(robot).contains(OF_FIRST_STAGE + 1) && !shown(robot).contains(1));
        robot.type(KeyCode.ENTER);
        until(() -> shown(robot).contains(1));
    }

    @Test
    void numbersHaveRoomAndTheBarTellsWhereTheReaderIs(FxRobot robot) throws Exception {
        open(robot);
        ScrollBar bar = robot.lookup(".log-list .scroll-bar").query();
        assertThat(bar.isVisible()).isTrue();
        assertThat(bar.getValue()).isEqualTo(bar.getMax());
        robot.interact(() -> view.goTo(2_500));
        until(() -> shown(robot).contains(2_500));
        assertThat(follows(robot)).isFalse();
        LogLineNode node = node(robot, 2_500);
        assertThat(node.lookup(".log-number")).isInstanceOfSatisfying(javafx.scene.text.Text.class, number -> {
            assertThat(number.getText()).isEqualTo(Words.number(2_500));
            assertThat(number.getBoundsInParent().getMinX()).isPositive();
            assertThat(number.getBoundsInParent().getMaxX())
                    .isLessThan(node.lookup(".log-text").getBoundsInParent().getMinX());
        });
        assertThat(bar.getValue()).isBetween(2_400.0, 2_510.0);
    }

    /** A view that is closed with its window held its file, its thread, and by it the whole window for good. */
    @Test
    void whatReadsTheLogEndsWithTheView(FxRobot robot) throws Exception {
        Set<Thread> before = readers();
        Path log = open(robot);
        assertThat(readers()).hasSizeGreaterThan(before.size());
        robot.interact(view::close);
        until(() -> before.containsAll(readers()));
        // What a farm has sent meanwhile comes after the end.
        robot.interact(() -> view.show(log));
        assertThat(readers()).isSubsetOf(before);
    }

    private static Set<Thread> readers() {
        return Thread.getAllStackTraces().keySet().stream()
                .filter(thread -> thread.getName().equals("log"))
                .collect(Collectors.toSet());
    }
}
