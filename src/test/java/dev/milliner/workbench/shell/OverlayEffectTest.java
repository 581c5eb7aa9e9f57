package dev.milliner.workbench.shell;

import static org.assertj.core.api.Assertions.assertThat;

import dev.milliner.workbench.base.Snapshot;
import dev.milliner.workbench.editor.CodeEditor;
import dev.milliner.workbench.editor.EditorText;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Objects;
import java.util.stream.Stream;
import javafx.scene.control.Label;
import javafx.stage.Stage;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;

/** Typing into an overlay's regular expression: the matches, the remark, the difference and the problem follow. */
@ExtendWith(ApplicationExtension.class)
class OverlayEffectTest {
    private static final String FILE = "comps/tool.comp.toml";
    private static final String SPEC = """
            Name: tool
            Version: 1
            Release: 1
            Summary: A tool
            License: MIT
            BuildRequires: xen-devel
            BuildRequires: gcc

            %description
            A tool.

            %files
            """;
    private static final String DISTRO = """
            [project]
            default-distro = { name = "small", version = "1" }

            [distros.small.versions.1]
            release-ver = "1"
            """;
    private static final String COMPONENT = """
            [components.tool]
            spec = { type = "local", path = "tool.spec" }

            [[components.tool.overlays]]
            description = "No Xen here"
            type = "spec-search-replace"
            regex = '^BuildRequires: xen-devel$'
            replacement = "BuildRequires: kvm-devel"

            [[components.tool.overlays]]
            description = "Ours"
            type = "spec-set-tag"
            tag = "Summary"
            value = "Our tool"
            """;

    @TempDir
    static Path folder;

    private WorkbenchWindow window;

    @Start
    void start(Stage stage) throws IOException {
        Path root = Files.createDirectories(folder.resolve("distro"));
        Files.createDirectories(root.resolve("comps"));
        Files.writeString(root.resolve("azldev.toml"), "includes = [\"comps/*.toml\"]\n\n" + DISTRO);
        Files.writeString(root.resolve(FILE), COMPONENT);
        Files.writeString(root.resolve("comps/tool.spec"), SPEC);
        window = UiTest.open(stage, folder.resolve("state"), root);
    }

    @AfterEach
    void close(FxRobot robot) {
        robot.interact(() -> {
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

    private CodeEditor editor() {
        return shell().editors().current().orElseThrow();
    }

    private static Stream<String> hints(FxRobot robot) {
        return robot.lookup(".line-hint").queryAllAs(javafx.scene.text.Text.class).stream()
                .map(javafx.scene.text.Text::getText);
    }

    private static String matches(FxRobot robot) {
        return robot.lookup("#matches").queryAs(Label.class).getText();
    }

    private static Stream<String> differences(FxRobot robot) {
        return robot.lookup(".diff-half.added .diff-word").queryAllAs(Label.class).stream()
                .map(Label::getText);
    }

    private long codes(String code) {
        Snapshot snapshot = Objects.requireNonNull(
                Objects.requireNonNull(window.workspace()).snapshot());
        return Stream.concat(
                        snapshot.distro().problems().stream(),
                        Objects.requireNonNull(
                                shell().overlays().shownProperty().get())
                                .problems()
                                .stream())
                .filter(problem -> problem.code().equals(code))
                .count();
    }

    @Test
    void everythingFollowsTheExpressionBeingTyped(FxRobot robot) {
        UiTest.until("the distro is resolved", () -> shell().isSettled());
        robot.interact(() -> shell().files().open(FILE, editor -> {}));
        UiTest.until("the file is open", () -> shell().editors().current().isPresent());
        int regex = COMPONENT.indexOf("xen-devel$");
        robot.interact(() -> EditorText.area(editor()).moveTo(regex));
        UiTest.until("the panel shows the match", () -> matches(robot).equals("matches line 6"));
        UiTest.until("the remark says what it does", () -> hints(robot).anyMatch("✓ 1 line in tool.spec"::equals));
        UiTest.until("the difference shows it", () -> differences(robot).anyMatch("kvm"::equals));

        robot.clickOn(EditorText.area(editor()));
        robot.interact(() -> EditorText.area(editor()).moveTo(regex));
        robot.write("no");
        UiTest.until("nothing matches now", () -> matches(robot).startsWith("nearest line 6"));
        UiTest.until("the remark says so", () -> hints(robot).anyMatch("✗ no match"::equals));
        UiTest.until("the second overlay is not reached", () -> hints(robot).anyMatch("not reached"::equals));
        UiTest.until("there is a problem", () -> codes("overlay-fails") == 1);
        assertThat(differences(robot)).isEmpty();

        robot.interact(() -> {
            while (EditorText.area(editor()).isUndoAvailable()) {
                EditorText.area(editor()).undo();
            }
        });
        UiTest.until("the problem is gone", () -> codes("overlay-fails") == 0);
        UiTest.until("the difference is back", () -> differences(robot).anyMatch("kvm"::equals));
    }

    @Test
    void stepsAndTagsSelectTheSameOverlayEverywhere(FxRobot robot) {
        UiTest.until("the distro is resolved", () -> shell().isSettled());
        robot.interact(() -> shell().files().open(FILE, editor -> {}));
        UiTest.until("the file is open", () -> shell().editors().current().isPresent());
        robot.interact(() -> EditorText.area(editor()).moveTo(COMPONENT.indexOf("Our tool")));
        UiTest.until(
                "the caret selects the second overlay",
                () -> shell().overlays().selectedProperty().get() == 2);
        robot.interact(() -> shell().showPage("overlays"));
        UiTest.until("all is drawn", () -> shell().isSettled());
        UiTest.until("each changed line is tagged", () -> robot.lookup("#overlays .overlay-tag").queryAll().stream()
                .filter(javafx.scene.Node::isVisible)
                .map(node -> ((javafx.scene.control.Button) node).getText())
                .toList()
                .containsAll(java.util.List.of("1", "2")));
        robot.clickOn(robot.lookup("#overlays .overlay-tag.overlay-1")
                .match(javafx.scene.Node::isVisible)
                .queryButton());
        UiTest.until(
                "the tag selects its overlay",
                () -> shell().overlays().selectedProperty().get() == 1);
    }
}
