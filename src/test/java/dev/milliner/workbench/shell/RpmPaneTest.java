package dev.milliner.workbench.shell;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.milliner.build.host.Containment;
import dev.milliner.distro.Problem;
import dev.milliner.ground.HostTools;
import dev.milliner.workbench.base.Choices;
import dev.milliner.workbench.editor.CodeEditor;
import dev.milliner.workbench.editor.EditorText;
import java.io.IOException;
import java.nio.file.Files;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import javafx.scene.control.Label;
import javafx.scene.control.Labeled;
import javafx.stage.Stage;
import org.junit.jupiter.api.Test;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.Start;

/** What rpm makes of the overlays is shown once the tree is trusted, and follows the build options. */
class RpmPaneTest extends SampleWindow {
    private static final String FILE = "comps/greet/greet.comp.toml";

    private final AtomicInteger asked = new AtomicInteger();

    @Start
    void start(Stage stage) throws IOException {
        open(stage);
    }

    @Override
    Choices answers() {
        return new UiTest.Answers() {
            @Override
            public boolean confirm(String title, String text, String action) {
                asked.incrementAndGet();
                return true;
            }
        };
    }

    private static Stream<String> rows(FxRobot robot) {
        return robot.lookup("#rpm .label").queryAllAs(Label.class).stream().map(Labeled::getText);
    }

    private CodeEditor editor() {
        return shell().editors().current().orElseThrow();
    }

    private void focusGreet(FxRobot robot) {
        assumeTrue(HostTools.find("rpmspec").isPresent(), "rpmspec is not installed.");
        assumeTrue(Containment.isAvailable(), "This host refuses namespaces.");
        UiTest.until("the distro is resolved", () -> shell().isSettled());
        robot.interact(() -> shell().files().open(FILE, editor -> {}));
        UiTest.until("the file is open", () -> shell().editors().current().isPresent());
        robot.interact(() -> EditorText.area(editor())
                .moveTo(EditorText.area(editor()).getText().indexOf("without")));
        robot.interact(() -> shell().showPage("overlays"));
        UiTest.until(
                "trust is asked for",
                () -> robot.lookup("#trustTree").tryQuery().isPresent());
    }

    @Test
    void packagesAndDependenciesFollowTheBuildOptions(FxRobot robot) {
        focusGreet(robot);
        assertThat(asked).hasValue(0);
        assertThat(Files.exists(state().resolve("trusted-trees.json"))).isFalse();

        robot.clickOn("#trustTree");
        UiTest.until("the package goes", () -> rows(robot).anyMatch("− greet-lang"::equals));
        assertThat(asked).hasValue(1);
        assertThat(rows(robot)).contains("− gettext");
        assertThat(state().resolve("trusted-trees.json")).exists();

        replace(robot, "without = [\"translations\"]", "without = []");
        UiTest.until(
                "the package stays",
                () -> rows(robot).noneMatch("− greet-lang"::equals)
                        && rows(robot).noneMatch("rpm is reading the spec…"::equals));
        replace(robot, "without = []", "without = [\"translations\"]");
        UiTest.until("the package goes again", () -> rows(robot).anyMatch("− greet-lang"::equals));
        assertThat(asked).hasValue(1);
    }

    @Test
    void aSpecThatRpmCannotReadIsAProblemAtItsOverlay(FxRobot robot) {
        focusGreet(robot);
        robot.clickOn("#trustTree");
        UiTest.until("rpm has answered", () -> rows(robot).anyMatch("− greet-lang"::equals));
        robot.interact(() -> EditorText.area(editor()).appendText("""

                [[components.greet.overlays]]
                description = "Breaks it"
                type = "spec-add-tag"
                tag = "Feather"
                value = "1"
                """));
        UiTest.until("there is a problem at the overlay", () -> problems().stream()
                .anyMatch(problem -> problem.code().startsWith("spec-")
                        && problem.place().file().equals(FILE)
                        && problem.place().range().line() >= 19));
    }

    private List<Problem> problems() {
        return shell().rpm().problems();
    }

    private void replace(FxRobot robot, String old, String text) {
        robot.interact(() -> {
            int at = EditorText.area(editor()).getText().indexOf(old);
            EditorText.area(editor()).replaceText(at, at + old.length(), text);
        });
    }
}
