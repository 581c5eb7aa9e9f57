package dev.milliner.workbench.shell;

import static org.assertj.core.api.Assertions.assertThat;

import dev.milliner.workbench.base.Workspace;
import dev.milliner.workbench.files.BufferJournal;
import dev.milliner.workbench.review.ReviewPage;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;

/** Pictures of the page of reviews, for people to look at. */
@ExtendWith(ApplicationExtension.class)
class ReviewPicturesTest {
    @TempDir
    Path folder;

    @Test
    void aChangeOfTheSample(FxRobot robot) throws Exception {
        Path tree = UiTest.copySample(folder.resolve("tree"));
        UiTest.commit(tree);
        Path greet = tree.resolve("comps/greet/greet.comp.toml");
        Files.writeString(
                greet,
                Files.readString(greet)
                        .replace("[\"translations\"]", "[\"translations\", \"colour\"]")
                        .replace("gcc -static", "gcc -static -O3"));
        Files.writeString(tree.resolve("README.md"), "Other words.\n");
        Path state = folder.resolve("state");
        Workspace workspace = new Workspace(tree);
        try (BufferJournal journal = BufferJournal.start(state)) {
            Shell[] made = new Shell[1];
            Theme.loadFonts();
            robot.interact(() -> made[0] = Screens.shell(workspace, journal, state));
            workspace.refresh();
            UiTest.until(
                    "it is reviewed",
                    () -> made[0].isSettled() && made[0].page(ReviewPage.class).isSettled());
            robot.interact(() -> {
                made[0].showPage(ReviewPage.ID);
                Screens.drawAll(made[0], state, "review");
            });
        }
        workspace.close();
        assertThat(Screens.FOLDER.resolve("review-dark-1280x800.png")).isNotEmptyFile();
    }
}
