package dev.milliner.workbench.shell;

import static org.assertj.core.api.Assertions.assertThat;

import dev.milliner.distro.Distro;
import dev.milliner.ground.Failures;
import dev.milliner.workbench.base.Choices;
import dev.milliner.workbench.editor.CodeEditor;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import javafx.stage.Stage;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.Start;

/** A tree that goes or becomes another under an open window, and two windows on one tree: nothing typed is lost. */
class TreeThatGoesTest extends SampleWindow {
    private static final String FILE = "azldev.toml";
    private static final String TYPED = "# typed and not saved\n";

    private final List<Failures.Failure> failures = new CopyOnWriteArrayList<>();
    private final Failures.Listening listening = Failures.listen(failures::add);

    @Start
    void start(Stage stage) throws IOException {
        open(stage);
    }

    /** Says no, as a person who is asked whether to write over another's work. */
    @Override
    Choices answers() {
        return new UiTest.Answers() {
            @Override
            public boolean confirm(String title, String text, String action) {
                return false;
            }
        };
    }

    @AfterEach
    void nothingFailedUnforeseen() {
        listening.close();
        assertThat(failures).isEmpty();
    }

    private Distro distro(WorkbenchWindow window) {
        return Objects.requireNonNull(Objects.requireNonNull(window.workspace()).snapshot())
                .distro();
    }

    private CodeEditor typed(FxRobot robot, WorkbenchWindow window) {
        Shell shell = Objects.requireNonNull(window.shell());
        UiTest.until("the distro is resolved", shell::isSettled);
        robot.interact(() -> shell.files().open(FILE, editor -> {}));
        UiTest.until("it is open", () -> shell.editors().find(FILE).isPresent());
        CodeEditor editor = shell.editors().find(FILE).orElseThrow();
        robot.interact(() -> editor.replaceAll(TYPED + editor.text()));
        return editor;
    }

    private static boolean saved(WorkbenchWindow window, CodeEditor editor) throws Exception {
        Shell shell = Objects.requireNonNull(window.shell());
        return UiTest.onScreen(() -> shell.files().saved(editor)).get(20, TimeUnit.SECONDS);
    }

    private void refresh(FxRobot robot) {
        robot.interact(() -> Objects.requireNonNull(window().workspace()).refresh());
    }

    private static void delete(Path tree) throws IOException {
        try (Stream<Path> walk = Files.walk(tree)) {
            for (Path path : walk.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(path);
            }
        }
    }

    @Test
    void aTreeThatIsDeletedAndComesBack(FxRobot robot) throws IOException {
        CodeEditor editor = typed(robot, window());
        int components = distro(window()).components().size();
        delete(tree());
        refresh(robot);
        UiTest.until("what is gone is told", () -> !distro(window()).problems().isEmpty());
        assertThat(UiTest.onScreen(editor::text)).startsWith(TYPED);

        UiTest.copySample(tree());
        refresh(robot);
        UiTest.until("all is there again", () -> distro(window()).components().size() == components);
        assertThat(UiTest.onScreen(editor::text)).startsWith(TYPED);
        assertThat(tree().resolve(FILE)).content().doesNotContain(TYPED);
    }

    @Test
    void aTreeInWhosePlaceAnotherIsPut(FxRobot robot) throws Exception {
        typed(robot, window());
        Path other = Files.createDirectories(folder.resolve("other"));
        Files.writeString(other.resolve("more.toml"), "[components.stranger]\nspec = { type = \"upstream\" }\n");
        Files.writeString(other.resolve(FILE), "includes = [\"more.toml\"]\n");
        Files.move(tree(), folder.resolve("old"));
        Files.move(other, tree());
        CodeEditor editor =
                Objects.requireNonNull(window().shell()).editors().find(FILE).orElseThrow();
        refresh(robot);
        assertThat(saved(window(), editor)).isFalse();
        assertThat(UiTest.onScreen(editor::text)).startsWith(TYPED);
        assertThat(tree().resolve(FILE))
                .as("not written over unasked")
                .content()
                .isEqualTo("includes = [\"more.toml\"]\n");
        assertThat(folder.resolve("old").resolve(FILE)).content().doesNotContain(TYPED);
    }

    @Test
    void twoWindowsOnOneTree(FxRobot robot) throws Exception {
        CodeEditor mine = typed(robot, window());
        WorkbenchWindow other = UiTest.onScreen(() -> UiTest.open(new Stage(), state(), tree()));
        try {
            CodeEditor theirs = typed(robot, other);
            robot.interact(() -> theirs.replaceAll("# theirs\n" + theirs.text()));
            assertThat(saved(other, theirs)).isTrue();
            assertThat(saved(window(), mine)).isFalse();
            assertThat(Files.readString(tree().resolve(FILE))).startsWith("# theirs\n");
            assertThat(UiTest.onScreen(mine::text)).startsWith(TYPED);
        } finally {
            robot.interact(() -> {
                other.close();
                return null;
            });
        }
    }
}
