package dev.milliner.workbench.shell;

import static org.assertj.core.api.Assertions.assertThat;

import dev.milliner.SharedMaterial;
import dev.milliner.upstream.OverlaidComponent;
import dev.milliner.upstream.OverlayReach;
import dev.milliner.upstream.OverlayResult;
import dev.milliner.workbench.base.Snapshot;
import dev.milliner.workbench.editor.CodeEditor;
import dev.milliner.workbench.editor.EditorText;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Objects;
import java.util.stream.Stream;
import javafx.scene.control.Label;
import javafx.scene.text.Text;
import javafx.stage.Stage;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;

/** Writing a new overlay on Azure Linux where Fedora's sources are not at hand: what it does shows on the rendered spec. */
@ExtendWith(ApplicationExtension.class)
class WithoutUpstreamTest {
    private static final String FILE = "base/comps/amdsmi/amdsmi.comp.toml";
    private static final String OVERLAY = """

            [[components.amdsmi.overlays]]
            description = "Azure has no such card"
            type = "spec-search-replace"
            regex = '^%bcond_with test$'
            replacement = "%bcond_without test"
            """;

    @TempDir
    static Path folder;

    private static Path root;

    private WorkbenchWindow window;

    @BeforeAll
    static void unpack() throws IOException {
        root = folder.resolve("azurelinux");
        SharedMaterial.unpack("azurelinux/azurelinux-tomls.tar.xz", root);
        SharedMaterial.unpack("azurelinux/azurelinux-specs.tar.xz", "specs/a/a", root);
        UiTest.commit(root);
    }

    @Start
    void start(Stage stage) throws IOException {
        window = UiTest.open(stage, folder.resolve("state"), root);
    }

    @AfterEach
    void close(FxRobot robot) {
        robot.interact(() -> {
            window.close();
            return null;
        });
    }

    private Shell shell() {
        return Objects.requireNonNull(window.shell());
    }

    private CodeEditor editor() {
        return shell().editors().current().orElseThrow();
    }

    private OverlaidComponent overlaid() {
        OverlayResult shown =
                Objects.requireNonNull(shell().overlays().shownProperty().get());
        return Objects.requireNonNull(shown.overlaid());
    }

    private void open(FxRobot robot, String file) {
        UiTest.until("the distro is resolved", () -> shell().isSettled());
        robot.interact(() -> shell().files().open(file, editor -> {}));
        UiTest.until("the file is open", () -> shell().editors()
                .current()
                .filter(editor -> editor.file().path().equals(file))
                .isPresent());
    }

    private void write(FxRobot robot, String text) {
        robot.interact(() -> EditorText.area(editor()).appendText(text));
        robot.interact(() -> EditorText.area(editor())
                .moveTo(EditorText.area(editor()).getText().indexOf("description")));
    }

    private static boolean says(FxRobot robot, String hint) {
        return robot.lookup(".line-hint").queryAllAs(Text.class).stream()
                .map(Text::getText)
                .anyMatch(hint::equals);
    }

    private static Stream<String> added(FxRobot robot) {
        return robot.lookup(".diff-half.added .diff-word").queryAllAs(Label.class).stream()
                .map(Label::getText);
    }

    private long problems(String code) {
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
    void aNewOverlayIsFollowedBrokenAndMended(FxRobot robot) {
        open(robot, FILE);
        write(robot, OVERLAY);
        UiTest.until("the remark says what it does", () -> says(robot, "✓ 1 line in amdsmi.spec"));
        UiTest.until("the difference shows it", () -> added(robot).anyMatch("out"::equals));
        UiTest.until("the basis is told", () -> overlaid().basis().label().startsWith("rendered spec of HEAD ("));

        robot.interact(() -> EditorText.area(editor()).requestFocus());
        robot.interact(() -> EditorText.area(editor())
                .moveTo(EditorText.area(editor()).getText().indexOf("bcond_with test$")));
        robot.write("no");
        UiTest.until("nothing matches now", () -> says(robot, "✗ no match"));
        UiTest.until("there is a problem", () -> problems("overlay-fails") == 1);

        robot.interact(() -> {
            while (EditorText.area(editor()).getText().contains("%nobcond")
                    || EditorText.area(editor()).getText().contains("%nbcond")) {
                EditorText.area(editor()).undo();
            }
        });
        UiTest.until("it applies again", () -> says(robot, "✓ 1 line in amdsmi.spec"));
        UiTest.until("the problem is gone", () -> problems("overlay-fails") == 0);
    }

    @Test
    void oneThatBringsNothingIsTold(FxRobot robot) {
        open(robot, FILE);
        write(robot, """

                [[components.amdsmi.overlays]]
                description = "As Fedora has it"
                type = "spec-set-tag"
                tag = "Release"
                value = "8%{?dist}"
                """);
        UiTest.until("it has no effect", () -> says(robot, "⚠ no effect"));
        UiTest.until("there is a problem", () -> problems("overlay-no-effect") == 1);
    }

    @Test
    void whatWasRenderedWithItsOverlaysIsNotShownToChange(FxRobot robot) {
        open(robot, "base/comps/apache-sshd/apache-sshd.comp.toml");
        UiTest.until(
                "it is in focus",
                () -> shell().overlays().shownProperty().get() != null
                        && overlaid().component().name().equals("apache-sshd"));
        assertThat(overlaid().effects()).isNotEmpty().allMatch(effect -> effect.reach() == OverlayReach.STANDING);
        assertThat(overlaid().changes()).isEmpty();
    }
}
