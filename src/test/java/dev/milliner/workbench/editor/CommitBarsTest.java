package dev.milliner.workbench.editor;

import static org.assertj.core.api.Assertions.assertThat;

import dev.milliner.workbench.files.OpenFile;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import javafx.scene.control.Label;
import javafx.stage.Stage;
import org.eclipse.jgit.api.Git;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;
import org.testfx.util.WaitForAsyncUtils;

@ExtendWith(ApplicationExtension.class)
class CommitBarsTest {
    private static final String TEXT = "a = 1\nb = 2\nc = 3\n";

    @TempDir
    Path folder;

    private EditorCase editor;

    @Start
    void start(Stage stage) {
        editor = new EditorCase(stage);
    }

    @BeforeEach
    void commit() throws Exception {
        Files.writeString(folder.resolve("a.toml"), TEXT);
        try (Git git = Git.init().setDirectory(folder.toFile()).call()) {
            commit(git, "Say what a is");
        }
    }

    private static void commit(Git git, String message) throws Exception {
        git.add().addFilepattern(".").call();
        git.commit()
                .setMessage(message)
                .setAuthor("Maintainer", "maintainer@example.com")
                .setCommitter("Maintainer", "maintainer@example.com")
                .setSign(false)
                .call();
    }

    @AfterEach
    void close(FxRobot robot) {
        robot.interact(editor::close);
    }

    private OpenFile open(String name, String text) {
        OpenFile file = new OpenFile(name, folder.resolve(name), text);
        editor.open(file);
        return file;
    }

    private void waitForBars(FxRobot robot, Integer... lines) throws Exception {
        WaitForAsyncUtils.waitFor(10, TimeUnit.SECONDS, () -> bars(robot).equals(List.of(lines)));
    }

    private static List<Integer> bars(FxRobot robot) {
        return robot.lookup(".commit-bar").queryAll().stream()
                .map(bar -> ((CodeLine) bar.getParent()).line() + 1)
                .sorted()
                .toList();
    }

    @Test
    void barsStandBesideWhatIsNotCommittedUntilItIs(FxRobot robot) throws Exception {
        OpenFile file = open("a.toml", TEXT);
        robot.interact(() -> editor.area().insertText(1, 0, "new = 1\n"));
        waitForBars(robot, 2);
        Files.writeString(file.location(), editor.editor().text());
        robot.interact(() -> {
            file.markSaved(editor.editor().text());
            editor.editor().markSaved();
        });
        waitForBars(robot, 2);
        try (Git git = Git.open(folder.toFile())) {
            commit(git, "Say what is new");
        }
        robot.interact(() -> editor.area().getParent().requestFocus());
        robot.interact(() -> editor.editor().node().getScene().getRoot().requestFocus());
        robot.interact(() -> editor.area().requestFocus());
        waitForBars(robot);
    }

    @Test
    void allOfAFileThatIsNotCommittedIsNewAndNothingOfOneOutsideOfGit(FxRobot robot) throws Exception {
        open("b.toml", "x = 1\ny = 2");
        waitForBars(robot, 1, 2);
        editor.open(new OpenFile("c.toml", Path.of("/nowhere/c.toml"), "x = 1"));
        robot.interact(() -> editor.editor().revertToCommit());
        waitForWords(robot, "The file lies in no git repository.");
        assertThat(bars(robot)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "'a = 1/b = 5/c = 3/', 2",
        "'a = 1/c = 3/', 2",
        "'b = 2/c = 3/', 1",
        "'a = 1/b = 2/x = 1/y = 1/c = 3/', 4",
        "'a = 1/b = 2', 2",
        "'a = 1/b = 2/c = 3', 3",
        "'a = 1/b = 2/c = 3//x', 5",
        "'', 1"
    })
    void theChangeAtTheCaretIsRevertedByOneStep(String changed, int line, FxRobot robot) throws Exception {
        OpenFile file = open("a.toml", TEXT);
        String now = changed.replace('/', '\n');
        robot.interact(() -> {
            editor.area().replaceText(now);
            editor.area().moveTo(line - 1, 0);
            editor.editor().revertToCommit();
        });
        WaitForAsyncUtils.waitFor(
                10, TimeUnit.SECONDS, () -> file.mirror().fileText().equals(TEXT));
        editor.undo();
        assertThat(file.mirror().fileText()).isEqualTo(now);
    }

    @Test
    void whoChangedALineIsToldAlsoWhereLinesMovedAndWhereItIsNotCommitted(FxRobot robot) throws Exception {
        open("a.toml", TEXT);
        robot.interact(() -> {
            editor.area().insertText(0, 0, "new = 1\n");
            editor.area().moveTo(2, 0);
            editor.editor().tellOrigin();
        });
        waitForWords(robot, "Line 3 was changed last by Maintainer on ");
        robot.interact(() -> {
            editor.area().moveTo(0, 0);
            editor.editor().tellOrigin();
        });
        waitForWords(robot, "Line 1 is not committed yet.");
        robot.interact(() -> {
            editor.area().moveTo(1, 0);
            editor.editor().revertToCommit();
        });
        waitForWords(robot, "Line 2 is as the last commit has it.");
    }

    private static void waitForWords(FxRobot robot, String words) throws Exception {
        WaitForAsyncUtils.waitFor(
                10, TimeUnit.SECONDS, () -> robot.lookup(".notice .label").queryAllAs(Label.class).stream()
                        .anyMatch(label -> label.getText().startsWith(words)));
    }
}
