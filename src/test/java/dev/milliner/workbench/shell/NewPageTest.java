package dev.milliner.workbench.shell;

import static org.assertj.core.api.Assertions.assertThat;

import dev.milliner.workbench.base.Keys;
import dev.milliner.workbench.base.Snapshot;
import dev.milliner.workbench.base.WorkbenchPage;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.function.Function;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.input.KeyCode;
import javafx.stage.Stage;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.testfx.api.FxRobot;
import org.testfx.api.FxToolkit;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;

/** A page more is one class and one line: rail, key, quick search, what it shows and its end come by themselves. */
@ExtendWith(ApplicationExtension.class)
class NewPageTest {
    @TempDir
    Path folder;

    private ShelfPage shelf;
    private WorkbenchWindow window;

    /** All that a new page is. */
    private static final class ShelfPage implements WorkbenchPage {
        private final Label label = new Label();
        private @Nullable Boolean inFront;
        private boolean closed;

        @Override
        public Face face() {
            return new Face("shelf", "Shelf", "mdi2b-bookshelf", Keys.control(KeyCode.DIGIT9));
        }

        @Override
        public Node node() {
            return label;
        }

        @Override
        public void show(Snapshot snapshot) {
            label.setText(snapshot.distro().components().size() + " hats");
        }

        @Override
        public void setInFront(boolean now) {
            inFront = now;
        }

        @Override
        public boolean isSettled() {
            return true;
        }

        @Override
        public void close() {
            closed = true;
        }
    }

    @Start
    void start(Stage stage) throws IOException {
        shelf = new ShelfPage();
        List<Function<PageParts, WorkbenchPage>> factories = new ArrayList<>(PageRegistry.ALL.factories());
        factories.add(parts -> shelf);
        Theme.loadFonts();
        window = new WorkbenchWindow(
                stage,
                new Folders(folder.resolve("state"), folder.resolve("state")),
                new UiTest.Answers(),
                new PageRegistry(factories));
        UiTest.open(window, Path.of("sample-distros/bowler"));
        stage.show();
    }

    @Test
    void itIsEverywhere(FxRobot robot) throws Exception {
        Shell shell = Objects.requireNonNull(window.shell());
        UiTest.until("the distro is resolved", shell::isSettled);
        assertThat(shelf.label.getText()).endsWith(" hats");
        assertThat(shelf.inFront).isFalse();
        robot.press(KeyCode.CONTROL).type(KeyCode.DIGIT9).release(KeyCode.CONTROL);
        UiTest.until("its key brings it to the front", () -> Boolean.TRUE.equals(shelf.inFront));
        robot.clickOn("#page-distro");
        UiTest.until("another page is in front", () -> Boolean.FALSE.equals(shelf.inFront));
        robot.clickOn("#page-shelf");
        UiTest.until("the rail brings it to the front", () -> Boolean.TRUE.equals(shelf.inFront));
        assertThat(shell.commands().find("page.shelf")).isPresent();
        FxToolkit.setupFixture(() -> {
            try {
                window.close();
            } catch (IOException | InterruptedException e) {
                throw new IllegalStateException(e);
            }
        });
        assertThat(shelf.closed).isTrue();
    }
}
