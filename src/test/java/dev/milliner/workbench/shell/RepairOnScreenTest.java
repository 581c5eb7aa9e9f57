package dev.milliner.workbench.shell;

import static org.assertj.core.api.Assertions.assertThat;

import dev.milliner.workbench.editor.CodeEditor;
import dev.milliner.workbench.overlays.OverlayPage;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import javafx.scene.control.Button;
import javafx.scene.control.ListView;
import javafx.scene.control.TreeView;
import javafx.scene.input.KeyCode;
import javafx.stage.Stage;
import org.eclipse.jgit.api.Git;
import org.eclipse.jgit.api.errors.GitAPIException;
import org.junit.jupiter.api.Test;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.Start;

/** An overlay that fails on the version that a component was moved to is repaired, and one that replaces text is tidied. */
class RepairOnScreenTest extends SampleWindow {
    private static final String OWN = "comps/hat/hat.comp.toml";

    private static final String SPEC = """
            Name: hat
            Version: 1
            Release: 1
            Summary: A hat
            License: MIT

            %description
            A hat.

            %package doc
            Summary: Its manual

            %description doc
            How to wear it.
            It says that hats are worn.
            And when.

            %files doc
            /usr/share/doc/hat
            """;

    private static final String OVERLAYS = """
            [components.hat]
            spec = { type = "upstream", upstream-distro = { name = "felt", version = "7", snapshot = "2100-01-01T00:00:00Z" } }

            [[components.hat.overlays]]
            description = "Hats are trimmed"
            type = "spec-search-replace"
            section = "%description"
            package = "doc"
            regex = "that hats are worn"
            replacement = "that hats are trimmed"

            [[components.hat.overlays]]
            description = "It is said so"
            type = "spec-search-replace"
            regex = "^Summary: A hat$"
            replacement = "Summary: The hat"
            """;

    @Start
    void start(Stage stage) throws IOException {
        open(stage);
    }

    @Override
    void prepare(Path copy) throws IOException {
        Path own = copy.resolve(OWN);
        Files.createDirectories(own.getParent());
        Files.writeString(own, OVERLAYS);
        try (Git upstream = Git.init()
                        .setDirectory(copy.resolve("distgit/hat.git").toFile())
                        .call();
                Git tree = Git.init().setDirectory(copy.toFile()).call()) {
            commit(upstream, "f7", SPEC);
            commit(upstream, "f8", SPEC.replace(" doc\n", " manual\n"));
            tree.add()
                    .addFilepattern("azldev.toml")
                    .addFilepattern("distro")
                    .addFilepattern("comps")
                    .call();
            commit(tree);
        } catch (GitAPIException impossible) {
            throw new UncheckedIOException(new IOException(impossible));
        }
        Files.writeString(own, OVERLAYS.replace("version = \"7\"", "version = \"8\""));
    }

    private static void commit(Git git, String branch, String spec) throws IOException, GitAPIException {
        Files.writeString(git.getRepository().getWorkTree().toPath().resolve("hat.spec"), spec);
        git.add().addFilepattern("hat.spec").call();
        commit(git);
        git.branchCreate().setName(branch).call();
    }

    private static void commit(Git git) throws GitAPIException {
        git.commit()
                .setMessage("As it is")
                .setAuthor("Felt Maintainers", "maintainers@felt.invalid")
                .setCommitter("Felt Maintainers", "maintainers@felt.invalid")
                .setSign(false)
                .call();
    }

    private String editor() {
        return UiTest.onScreen(
                () -> shell().editors().find(OWN).map(CodeEditor::text).orElse(""));
    }

    private void settle() {
        UiTest.until("all is settled", () -> shell().isSettled());
    }

    private void accept(FxRobot robot) {
        UiTest.until("the preview is open", () -> shell().preview().isOpen());
        UiTest.until("the preview is worked out", () -> shell().preview().isSettled());
        assertThat(UiTest.onScreen(() ->
                        !robot.lookup("#preview-apply").queryAs(Button.class).isDisabled()))
                .isTrue();
        robot.type(KeyCode.ENTER);
    }

    @Test
    void whatFailsIsRepairedAndTidiedAndTakenBack(FxRobot robot) {
        settle();
        robot.interact(() -> shell().explorer().reveal("COMPONENT hat"));
        TreeView<?> rows = robot.lookup(".tree-view").queryAs(TreeView.class);
        int index = UiTest.onScreen(() -> rows.getSelectionModel().getSelectedIndex());
        robot.interact(() -> rows.getSelectionModel().clearSelection());
        robot.interact(() -> rows.getSelectionModel().select(index));
        settle();
        robot.interact(() -> shell().showPage(OverlayPage.ID));
        settle();
        robot.interact(() -> robot.lookup("#repair").queryButton().fire());
        accept(robot);
        UiTest.until("what failed is another", () -> editor().contains("regex = \"worn\""));
        assertThat(editor()).contains("version = \"8\"", "description = \"Hats are trimmed\"");
        settle();
        robot.interact(() -> shell().showPage(OverlayPage.ID));
        UiTest.until("nothing fails", () -> robot.lookup("#repair").tryQuery().isEmpty());
        assertThat(UiTest.onScreen(() -> robot.lookup("#overlays .diff-list")
                        .queryAs(ListView.class)
                        .getItems()
                        .toString()))
                .contains("that hats are trimmed");

        String repaired = editor();
        robot.interact(() -> shell().palette().open(">Tidy hat's overlays"));
        UiTest.until("quick search has answered", shell().palette()::isSettled);
        robot.type(KeyCode.ENTER);
        accept(robot);
        UiTest.until("it says what is meant", () -> editor().contains("spec-update-tag"));
        assertThat(editor()).contains("value = \"The hat\"", "description = \"It is said so\"");
        settle();
        robot.press(KeyCode.CONTROL).type(KeyCode.Z).release(KeyCode.CONTROL);
        UiTest.until("it is as it was repaired", () -> editor().equals(repaired));
    }
}
