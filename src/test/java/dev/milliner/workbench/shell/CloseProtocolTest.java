package dev.milliner.workbench.shell;

import static org.assertj.core.api.Assertions.assertThat;

import dev.milliner.workbench.base.Choices;
import dev.milliner.workbench.editor.CodeEditor;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import javafx.event.Event;
import javafx.scene.input.KeyCode;
import javafx.stage.Stage;
import javafx.stage.WindowEvent;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.testfx.api.FxRobot;
import org.testfx.api.FxToolkit;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;

/** Each answer to the question what becomes of unsaved text, wherever something is closed. */
@ExtendWith(ApplicationExtension.class)
class CloseProtocolTest {
    private static final String FILE = "azldev.toml";
    private static final String ADDED = "# typed\n";

    @TempDir
    Path folder;

    private final Answers answers = new Answers();
    private Stage stage;
    private WorkbenchWindow window;
    private Path tree;
    private Path other;
    private String before;

    /** Answers as the test wants it, and opens the other distro where a folder is asked for. */
    private final class Answers extends UiTest.Answers {
        private Unsaved unsaved = Unsaved.CANCEL;
        private boolean stopBuilds = true;

        @Override
        public Unsaved unsaved(String file) {
            return unsaved;
        }

        @Override
        public boolean confirm(String title, String text, String action) {
            return stopBuilds;
        }

        @Override
        public Optional<Path> folder(Path start) {
            return Optional.of(other);
        }
    }

    @Start
    void start(Stage first) throws IOException {
        stage = first;
        tree = UiTest.copySample(folder.resolve("tree"));
        other = UiTest.copySample(folder.resolve("other"));
        before = Files.readString(tree.resolve(FILE));
        Theme.loadFonts();
        window = new WorkbenchWindow(
                stage, new Folders(folder.resolve("state"), folder.resolve("state")), answers, PageRegistry.ALL);
        UiTest.open(window, tree);
        stage.show();
    }

    @AfterEach
    void close() throws Exception {
        FxToolkit.setupFixture(() -> {
            try {
                window.close();
            } catch (IOException | InterruptedException e) {
                throw new IllegalStateException(e);
            }
        });
    }

    private Shell shell() {
        return Objects.requireNonNull(window.shell());
    }

    private void type(FxRobot robot) {
        robot.interact(() -> shell().files().open(FILE, editor -> {}));
        UiTest.until("the file is open", () -> shell().editors().current().isPresent());
        robot.interact(() -> editor().insert(0, ADDED));
        UiTest.until(
                "the text is unsaved and kept", () -> editor().dirtyProperty().get() && !kept().isEmpty());
    }

    private CodeEditor editor() {
        return shell().editors().current().orElseThrow();
    }

    private java.util.List<Path> kept() throws IOException {
        try (Stream<Path> files = Files.walk(folder.resolve("state/journal"))) {
            return files.filter(file -> file.toString().endsWith(".json")).toList();
        }
    }

    private void ask(Place place, FxRobot robot) {
        switch (place) {
            case TAB -> robot.press(KeyCode.CONTROL).type(KeyCode.W).release(KeyCode.CONTROL);
            case WINDOW ->
                robot.interact(() -> Event.fireEvent(stage, new WindowEvent(stage, WindowEvent.WINDOW_CLOSE_REQUEST)));
            case DISTRO -> robot.press(KeyCode.CONTROL).type(KeyCode.O).release(KeyCode.CONTROL);
        }
    }

    private boolean isClosed(Place place) {
        return switch (place) {
            case TAB -> shell().editors().current().isEmpty();
            case WINDOW -> !stage.isShowing();
            case DISTRO -> Objects.requireNonNull(window.workspace()).root().equals(other);
        };
    }

    /** Where something is closed. */
    enum Place {
        TAB,
        WINDOW,
        DISTRO
    }

    @ParameterizedTest
    @EnumSource
    void saveWaitsForTheSaveAndThenCloses(Place place, FxRobot robot) throws IOException {
        type(robot);
        answers.unsaved = Choices.Unsaved.SAVE;
        ask(place, robot);
        UiTest.until("it is closed", () -> isClosed(place));
        assertThat(tree.resolve(FILE)).hasContent(ADDED + before);
        UiTest.until("nothing is kept", () -> kept().isEmpty());
    }

    @ParameterizedTest
    @EnumSource
    void discardClosesAndRemovesTheKeptText(Place place, FxRobot robot) throws IOException {
        type(robot);
        answers.unsaved = Choices.Unsaved.DISCARD;
        ask(place, robot);
        UiTest.until("it is closed", () -> isClosed(place));
        assertThat(tree.resolve(FILE)).hasContent(before);
        UiTest.until("nothing is kept", () -> kept().isEmpty());
    }

    @ParameterizedTest
    @EnumSource
    void cancelLeavesAllAsItWas(Place place, FxRobot robot) throws IOException {
        type(robot);
        answers.unsaved = Choices.Unsaved.CANCEL;
        ask(place, robot);
        UiTest.until(
                "nothing was closed",
                () -> !isClosed(place) && editor().dirtyProperty().get());
        assertThat(tree.resolve(FILE)).hasContent(before);
        assertThat(kept()).hasSize(1);
        assertThat(Objects.requireNonNull(window.workspace()).root()).isEqualTo(tree);
    }

    @ParameterizedTest
    @EnumSource
    void whatCanNotBeSavedIsNotClosed(Place place, FxRobot robot) throws IOException {
        type(robot);
        // Somebody else changed the file meanwhile: which text stays is for the person to say.
        Files.writeString(tree.resolve(FILE), before + "# theirs\n");
        answers.unsaved = Choices.Unsaved.SAVE;
        ask(place, robot);
        UiTest.until(
                "the question is asked",
                () -> robot.lookup("Keep mine").tryQuery().isPresent());
        assertThat(isClosed(place)).isFalse();
        assertThat(tree.resolve(FILE)).hasContent(before + "# theirs\n");
        assertThat(editor().text()).startsWith(ADDED);
    }

    @Test
    void theLastAnswerCountsForAllThatWereAskedBefore(FxRobot robot) throws IOException {
        type(robot);
        answers.unsaved = Choices.Unsaved.SAVE;
        answers.stopBuilds = false;
        robot.interact(() -> shell().builds().build());
        UiTest.until("the build runs", () -> shell().builds().isRunning());
        ask(Place.WINDOW, robot);
        UiTest.until(
                "nothing happened", () -> stage.isShowing() && shell().builds().isRunning());
        assertThat(tree.resolve(FILE)).hasContent(before);
        robot.interact(() -> shell().builds().stop());
        UiTest.until("the build is stopped", () -> !shell().builds().isRunning());
    }
}
