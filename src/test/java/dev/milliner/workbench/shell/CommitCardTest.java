package dev.milliner.workbench.shell;

import static org.assertj.core.api.Assertions.assertThat;

import dev.milliner.workbench.review.ReviewPage;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.ListView;
import javafx.scene.control.MenuButton;
import javafx.scene.control.TextArea;
import javafx.scene.input.KeyCode;
import javafx.stage.Stage;
import org.junit.jupiter.api.Test;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.Start;

/** A branch is made, items and hunks are staged and committed, by the keyboard alone; git says what came of it. */
class CommitCardTest extends SampleWindow {
    private static final int MOST_TABS = 40;
    private static final String DEFINITION = "comps/greet/greet.comp.toml";

    @Start
    void start(Stage stage) throws IOException {
        open(stage);
    }

    @Override
    void prepare(Path copy) throws IOException {
        UiTest.commit(copy);
        Path config = copy.resolve(".git/config");
        Files.writeString(
                config,
                Files.readString(config)
                        + "[user]\n\tname = Ann\n\temail = ann@example.org\n[commit]\n\tgpgsign = false\n");
        Path definition = copy.resolve(DEFINITION);
        String text = Files.readString(definition);
        Files.writeString(definition, text.replace("[\"translations\"]", "[\"translations\", \"colour\"]"));
        Files.writeString(copy.resolve("README.md"), "Other words.\n");
    }

    private void open(FxRobot robot) {
        UiTest.until(
                "the distro is reviewed",
                () -> shell().isSettled() && shell().page(ReviewPage.class).isSettled());
        robot.press(KeyCode.CONTROL).type(KeyCode.K).release(KeyCode.CONTROL);
        settled();
        UiTest.until(
                "it is open", () -> !list(robot, "#commit-files").getItems().isEmpty());
    }

    private void settled() {
        UiTest.until("all is done", () -> shell().page(ReviewPage.class).isSettled());
    }

    private static ListView<?> list(FxRobot robot, String id) {
        return robot.lookup(id).queryAs(ListView.class);
    }

    private static String message(FxRobot robot) {
        return UiTest.onScreen(
                () -> robot.lookup("#commit-message").queryAs(TextArea.class).getText());
    }

    private static String label(FxRobot robot, String id) {
        return UiTest.onScreen(() -> robot.lookup(id).queryAs(Label.class).getText());
    }

    /** Goes on with Tab until the keyboard is there, as somebody without a mouse does. */
    private static void tabTo(FxRobot robot, String id) {
        for (int tabs = 0; tabs < MOST_TABS; tabs++) {
            if (UiTest.onScreen(() -> hasKeyboard(robot.lookup(id).query()))) {
                return;
            }
            robot.type(KeyCode.TAB);
        }
        throw new AssertionError(MOST_TABS + " tabs do not lead to " + id);
    }

    private static boolean hasKeyboard(Node node) {
        return Stream.iterate(node.getScene().getFocusOwner(), Objects::nonNull, Node::getParent)
                .anyMatch(node::equals);
    }

    private String git(String... arguments) throws Exception {
        List<String> command = new ArrayList<>(List.of("git"));
        command.addAll(List.of(arguments));
        Process process = new ProcessBuilder(command)
                .directory(tree().toFile())
                .redirectErrorStream(true)
                .start();
        String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(process.waitFor()).as(said).isZero();
        return said;
    }

    @Test
    void aFileIsStagedAndCommittedWithTheProposedMessage(FxRobot robot) throws Exception {
        open(robot);
        robot.type(KeyCode.DOWN);
        robot.type(KeyCode.SPACE);
        settled();
        UiTest.until("it is staged", () -> label(robot, "#commit-count").equals("1 of 2 staged"));
        assertThat(git("diff", "--cached", "--name-only")).isEqualTo(DEFINITION + "\n");
        assertThat(message(robot)).isEqualTo("Change build.without of greet");
        robot.press(KeyCode.CONTROL).type(KeyCode.ENTER).release(KeyCode.CONTROL);
        settled();
        UiTest.until("it is said", () -> label(robot, "#commit-said").startsWith("Committed "));
        assertThat(git("log", "-1", "--format=%s %an")).isEqualTo("Change build.without of greet Ann\n");
        assertThat(git("status", "--porcelain")).isEqualTo(" M README.md\n");
        git("fsck", "--strict");
        robot.type(KeyCode.ESCAPE);
        UiTest.until(
                "it is closed", () -> robot.lookup("#commit-files").tryQuery().isEmpty());
        UiTest.until("the review follows", () -> robot.lookup("#review-items")
                .queryAs(ListView.class)
                .getItems()
                .isEmpty());
    }

    @Test
    void anItemIsStagedOnABranchOfItsOwn(FxRobot robot) throws Exception {
        open(robot);
        tabTo(robot, "#commit-branch");
        robot.press(KeyCode.CONTROL).type(KeyCode.A).release(KeyCode.CONTROL).write("topic");
        tabTo(robot, "#commit-switch");
        robot.type(KeyCode.SPACE);
        settled();
        UiTest.until("it is there", () -> label(robot, "#commit-title").equals("Commit on topic"));
        tabTo(robot, "#commit-by-item");
        robot.type(KeyCode.SPACE);
        robot.type(KeyCode.SPACE);
        settled();
        assertThat(git("diff", "--cached", "--name-only")).isEqualTo(DEFINITION + "\n");
        robot.type(KeyCode.SPACE);
        settled();
        assertThat(git("diff", "--cached", "--name-only")).isEmpty();
        robot.press(KeyCode.CONTROL).type(KeyCode.ENTER).release(KeyCode.CONTROL);
        settled();
        UiTest.until("that is refused", () -> !label(robot, "#commit-said").isEmpty());
        assertThat(git("rev-list", "--count", "HEAD")).isEqualTo("1\n");
        assertThat(git("branch", "--show-current")).isEqualTo("topic\n");
    }

    @Test
    void unsavedTextIsKeptFromAnotherBranch(FxRobot robot) throws Exception {
        git("branch", "other");
        git("stash", "-q");
        git("checkout", "-q", "other");
        Files.writeString(tree().resolve(DEFINITION), Files.readString(tree().resolve(DEFINITION)) + "\n# theirs\n");
        git("commit", "-q", "-a", "-m", "Theirs");
        git("checkout", "-q", "-");
        robot.interact(
                () -> shell().files().open(DEFINITION, editor -> editor.replaceAll(editor.text() + "\n# mine\n")));
        UiTest.until("it is open", () -> shell().editors().current().isPresent());
        robot.press(KeyCode.CONTROL).type(KeyCode.K).release(KeyCode.CONTROL);
        UiTest.until(
                "it is said", () -> label(robot, "#commit-unsaved").startsWith("1 file with text that is not saved"));
        tabTo(robot, "#commit-branch");
        robot.press(KeyCode.CONTROL).type(KeyCode.A).release(KeyCode.CONTROL).write("other");
        tabTo(robot, "#commit-switch");
        robot.type(KeyCode.SPACE);
        UiTest.until("it is refused", () -> label(robot, "#commit-said").contains(DEFINITION));
        assertThat(shell().editors().current().orElseThrow().text()).contains("# mine");
        assertThat(git("branch", "--show-current")).doesNotContain("other");
    }

    /** All of it in one go: open a branch, read, check off, comment, export, jump, stage a hunk, commit. */
    @Test
    void aChangeIsHeldAgainstABranchReadAndCommitted(FxRobot robot) throws Exception {
        git("stash", "-q");
        git("checkout", "-q", "-b", "theirs");
        String text = Files.readString(tree().resolve(DEFINITION));
        Files.writeString(tree().resolve(DEFINITION), text.replace("[\"translations\"]", "[\"colour\"]"));
        git("commit", "-q", "-a", "-m", "Theirs");
        git("checkout", "-q", "-");
        git("stash", "pop", "-q");
        robot.press(KeyCode.CONTROL).type(KeyCode.DIGIT6).release(KeyCode.CONTROL);
        UiTest.until("the page is there", () -> shell().page(ReviewPage.class).isSettled());
        tabTo(robot, "#review-base");
        robot.press(KeyCode.CONTROL).type(KeyCode.A).release(KeyCode.CONTROL).write("theirs");
        robot.type(KeyCode.ENTER);
        UiTest.until(
                "the clash is told",
                () -> shell().page(ReviewPage.class).isSettled()
                        && list(robot, "#review-items").getItems().size() == 2);
        tabTo(robot, "#review-items");
        robot.type(KeyCode.HOME).type(KeyCode.SPACE).type(KeyCode.N);
        UiTest.until("what clashes stands beside the item", () -> robot.from(
                        robot.lookup("#review-against").<Node>query())
                .lookup((Node node) ->
                        node instanceof Label label && label.getText().contains("build.without is"))
                .tryQuery()
                .isPresent());
        robot.type(KeyCode.C).write("Which of them?");
        robot.press(KeyCode.CONTROL).type(KeyCode.ENTER).release(KeyCode.CONTROL);
        UiTest.until("one is seen", () -> label(robot, "#review-seen").equals("1 of 2 seen"));
        tabTo(robot, "#review-export");
        robot.type(KeyCode.SPACE);
        UiTest.until(
                "its menu is open",
                () -> robot.lookup("#review-export").queryAs(MenuButton.class).isShowing());
        robot.type(KeyCode.DOWN).type(KeyCode.DOWN).type(KeyCode.DOWN).type(KeyCode.ENTER);
        Path exported = Path.of("target/exports/review.json");
        UiTest.until(
                "it is exported",
                () -> Files.exists(exported) && Files.readString(exported).contains("Which of them?"));
        assertThat(Files.readString(exported)).contains("\"same-value\"");
        tabTo(robot, "#review-items");
        robot.type(KeyCode.ENTER);
        UiTest.until("the editor has it", () -> shell().editors()
                .current()
                .filter(one -> one.file().path().equals(DEFINITION))
                .isPresent());
        open(robot);
        robot.type(KeyCode.DOWN);
        UiTest.until(
                "its hunk is shown",
                () -> list(robot, "#commit-hunks").getItems().size() == 1);
        tabTo(robot, "#commit-hunks");
        robot.type(KeyCode.SPACE);
        settled();
        assertThat(git("diff", "--cached", "--name-only")).isEqualTo(DEFINITION + "\n");
        robot.press(KeyCode.CONTROL).type(KeyCode.ENTER).release(KeyCode.CONTROL);
        UiTest.until("it is said", () -> label(robot, "#commit-said").startsWith("Committed "));
        assertThat(git("log", "-1", "--format=%s")).isEqualTo("Change build.without of greet\n");
    }
}
