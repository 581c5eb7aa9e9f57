package dev.milliner.workbench.shell;

import static org.assertj.core.api.Assertions.assertThat;

import dev.milliner.review.Chapter;
import dev.milliner.workbench.base.Choices;
import dev.milliner.workbench.review.ReviewPage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import javafx.scene.Node;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Hyperlink;
import javafx.scene.control.Label;
import javafx.scene.control.Labeled;
import javafx.scene.control.ListView;
import javafx.scene.control.MenuButton;
import javafx.scene.input.KeyCode;
import javafx.stage.Stage;
import org.junit.jupiter.api.Test;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.Start;

/** The page of reviews by the keyboard: read, go to an edit, check off, export; and what the status line says of it. */
class ReviewPageTest extends SampleWindow {
    private static final String DEFINITION = "comps/greet/greet.comp.toml";

    @Start
    void start(Stage stage) throws IOException {
        open(stage);
    }

    @Override
    void prepare(Path copy) throws IOException {
        UiTest.commit(copy);
        Path definition = copy.resolve(DEFINITION);
        String text = Files.readString(definition);
        Files.writeString(definition, text.replace("[\"translations\"]", "[\"translations\", \"colour\"]"));
        Files.writeString(copy.resolve("README.md"), "Other words.\n");
    }

    @Override
    Choices answers() {
        return new UiTest.Answers() {
            @Override
            public Optional<Path> saveFile(String suggestedName) {
                return Optional.of(folder.resolve(suggestedName));
            }
        };
    }

    private void show(FxRobot robot) {
        UiTest.until("the distro is resolved", () -> shell().isSettled());
        robot.press(KeyCode.CONTROL).type(KeyCode.DIGIT6).release(KeyCode.CONTROL);
        UiTest.until(
                "it is reviewed",
                () -> shell().page(ReviewPage.class).isSettled()
                        && !items(robot).getItems().isEmpty());
    }

    @SuppressWarnings("unchecked")
    private static ListView<Chapter> items(FxRobot robot) {
        return robot.lookup("#review-items").queryAs(ListView.class);
    }

    private static String text(FxRobot robot, String id) {
        return UiTest.onScreen(() -> robot.lookup(id).queryAs(Labeled.class).getText());
    }

    private static List<String> labels(FxRobot robot, String id) {
        return UiTest.onScreen(() -> robot
                .from(robot.lookup(id).<Node>query())
                .lookup((Node node) -> node instanceof Labeled)
                .queryAllAs(Labeled.class)
                .stream()
                .map(Labeled::getText)
                .toList());
    }

    @Test
    void aTextThatIsNoneOfTheDistrosIsNotReviewed(FxRobot robot) throws IOException {
        Path settings = Files.writeString(folder.toRealPath().resolve("settings.toml"), "theme = 1\n");
        UiTest.until("the distro is resolved", () -> shell().isSettled());
        robot.interact(() -> shell().files().open(settings.toString(), editor -> {}));
        UiTest.until("the file is open", () -> shell().editors().current().isPresent());
        robot.interact(() -> shell().editors().current().orElseThrow().insert(0, "# mine\n"));
        show(robot);
        assertThat(text(robot, "#review-glance")).isEqualTo("2 files: 1 component changed; nothing else moves.");
        assertThat(labels(robot, "#review-without")).contains("README.md").doesNotContain(settings.toString());
    }

    @Test
    void aChangeIsReadGoneToCheckedOffAndExported(FxRobot robot) throws IOException {
        show(robot);
        assertThat(text(robot, "#review-glance")).isEqualTo("2 files: 1 component changed; nothing else moves.");
        assertThat(items(robot).getItems()).extracting(Chapter::title).containsExactly("greet");
        assertThat(labels(robot, "#review-details"))
                .contains("build.without", "translations", "translations, colour", "greet.comp.toml:5");
        assertThat(labels(robot, "#review-without")).contains("README.md", "not read");
        robot.interact(() -> items(robot).requestFocus());
        robot.type(KeyCode.SPACE);
        UiTest.until("it is checked off", () -> robot.lookup("#review-seen")
                .queryAs(Label.class)
                .getText()
                .equals("1 of 1 seen"));
        UiTest.until("that is kept", () -> Files.isDirectory(state().resolve("review")));
        robot.type(KeyCode.L);
        UiTest.until("nothing is left", () -> items(robot).getItems().isEmpty());
        robot.type(KeyCode.L);
        UiTest.until("all is shown", () -> items(robot).getItems().size() == 1);
        robot.type(KeyCode.C).write("Does it build?");
        robot.press(KeyCode.CONTROL).type(KeyCode.ENTER).release(KeyCode.CONTROL);
        UiTest.until(
                "the comment is kept",
                () -> labels(robot, "#review-comments").contains("Does it build?")
                        && shell().page(ReviewPage.class).isSettled());
        robot.interact(() -> robot.lookup("#review-export")
                .queryAs(MenuButton.class)
                .getItems()
                .getFirst()
                .fire());
        UiTest.until("it is exported", () -> Files.exists(folder.resolve("review.md")));
        assertThat(Files.readString(folder.resolve("review.md"))).contains("> Does it build?");
        robot.interact(() -> items(robot).requestFocus());
        robot.type(KeyCode.ENTER);
        UiTest.until("the editor has it", () -> shell().editors()
                .current()
                .map(one -> one.file().path())
                .orElse("")
                .equals(DEFINITION));
    }

    @Test
    void whatAComponentWasIsAskedFor(FxRobot robot) {
        show(robot);
        robot.interact(() -> items(robot).requestFocus());
        robot.type(KeyCode.H);
        UiTest.until("it is told", () -> labels(robot, "#review-history").contains("build.without"));
        assertThat(labels(robot, "#review-history"))
                .anyMatch(text -> text.matches("translations\\nsince .+, by component"));
    }

    @Test
    void anotherBaseIsTakenAndOneThatIsNotThereIsTold(FxRobot robot) {
        show(robot);
        robot.interact(() -> base(robot).setValue("master"));
        UiTest.until("it is compared", () -> shell().page(ReviewPage.class).isSettled());
        assertThat(items(robot).getItems()).extracting(Chapter::title).containsExactly("greet");
        robot.interact(() -> base(robot).setValue("nowhere"));
        UiTest.until("it is told", () -> robot.lookup(".empty-state").queryAllAs(Labeled.class).stream()
                .anyMatch(label -> label.getText().contains("no commit 'nowhere'")));
    }

    @Test
    void twoCommitsAreCompared(FxRobot robot) {
        show(robot);
        robot.interact(
                () -> robot.lookup("#review-head").queryAs(ComboBox.class).setValue("HEAD"));
        UiTest.until("nothing differs", () -> robot.lookup(".empty-state").queryAllAs(Labeled.class).stream()
                .anyMatch(label -> label.isVisible() && label.getText().equals("Nothing differs: HEAD → HEAD.")));
        assertThat(text(robot, "#status-review")).isEqualTo("1 component changed");
    }

    @SuppressWarnings("unchecked")
    private static ComboBox<String> base(FxRobot robot) {
        return robot.lookup("#review-base").queryAs(ComboBox.class);
    }

    @Test
    void theStatusLineSaysWhatUnsavedTextChanges(FxRobot robot) {
        UiTest.until("it is reviewed", () -> robot.lookup("#status-review")
                .queryAs(Hyperlink.class)
                .getText()
                .equals("1 component changed"));
        robot.interact(() -> shell().files()
                .open(
                        "comps/brim/brim.comp.toml",
                        editor -> editor.replaceAll(editor.text().replace("curled", "straight"))));
        UiTest.until("it follows", () -> robot.lookup("#status-review")
                .queryAs(Hyperlink.class)
                .getText()
                .equals("2 components changed"));
        robot.interact(
                () -> robot.lookup("#status-review").queryAs(Hyperlink.class).fire());
        UiTest.until("it is shown", () -> items(robot).getItems().size() == 2);
    }
}
