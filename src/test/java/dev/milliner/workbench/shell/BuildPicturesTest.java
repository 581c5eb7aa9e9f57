package dev.milliner.workbench.shell;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.milliner.Tools;
import dev.milliner.build.log.Stage;
import dev.milliner.ground.HostTools;
import dev.milliner.text.Place;
import dev.milliner.workbench.base.Workspace;
import dev.milliner.workbench.files.BufferJournal;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.TimeUnit;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.TabPane;
import javafx.scene.control.TextArea;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;
import org.testfx.util.WaitForAsyncUtils;

/** Pictures of real builds for people to look at, in {@code target/screens}. */
@ExtendWith(ApplicationExtension.class)
class BuildPicturesTest {
    @TempDir
    static Path folder;

    @Start
    void start(javafx.stage.Stage stage) {
        Theme.loadFonts();
    }

    @Test
    void aRealBuild(FxRobot robot) throws Exception {
        Tools.needed();
        Path state = folder.resolve("builds");
        Workspace workspace = new Workspace(Path.of("sample-distros/bowler").toAbsolutePath());
        try (BufferJournal journal = BufferJournal.start(state)) {
            Shell shell = onBuilds(robot, workspace, journal, state);
            robot.interact(() -> shell.builds().build());
            var session = Objects.requireNonNull(shell.builds().current());
            UiTest.until("packages are built", () -> session.stage(Stage.PACKAGES) != null);
            robot.interact(() -> Screens.drawAll(shell, state, "build-running"));
            WaitForAsyncUtils.waitFor(180, TimeUnit.SECONDS, () -> !session.isRunning());
            WaitForAsyncUtils.waitForFxEvents();
            UiTest.until("its result is read", shell::isSettled);
            robot.interact(() -> Screens.drawAll(shell, state, "build-result"));
            again(robot, shell);
            robot.interact(() -> shell.builds().compareWithPrevious());
            UiTest.until("they are compared", shell::isSettled);
            robot.interact(() -> Screens.drawAll(shell, state, "build-compared"));
            robot.interact(() -> shell.goTo(Place.startOf("images/container/bowler-container.kiwi")));
            UiTest.until(
                    "the description is open", () -> shell.editors().current().isPresent());
            Screens.edit(shell, text -> text.replace("<package name=\"greet\"/>", "<package name=\"greeet\"/>"));
            UiTest.until("the edit is resolved", shell::isSettled);
            robot.interact(() -> shell.showPage("builds"));
            again(robot, shell);
            robot.interact(() -> Screens.drawAll(shell, state, "build-failed"));
        }
        workspace.close();
        assertThat(Screens.FOLDER.resolve("build-result-dark-1280x800.png")).isNotEmptyFile();
    }

    @Test
    void aBootedDisk(FxRobot robot) throws Exception {
        Tools.needed();
        for (String tool : List.of("extlinux", "parted", "qemu-system-x86_64")) {
            assumeTrue(HostTools.find(tool).isPresent(), tool + " is missing.");
        }
        assumeTrue(
                "root".equals(System.getProperty("user.name")),
                "Disks are built by root; this test is not run by root.");
        Path state = folder.resolve("disks");
        Workspace workspace = new Workspace(Path.of("sample-distros/bowler").toAbsolutePath());
        try (BufferJournal journal = BufferJournal.start(state)) {
            Shell shell = onBuilds(robot, workspace, journal, state);
            robot.interact(() -> {
                var items = ((javafx.scene.control.SplitMenuButton) shell.node().lookup("#buildButton")).getItems();
                // Its kernel is fetched by the spec.
                items.stream()
                        .filter(javafx.scene.control.CheckMenuItem.class::isInstance)
                        .forEach(item -> ((javafx.scene.control.CheckMenuItem) item).setSelected(true));
                items.stream()
                        .filter(item -> "bowler-disk".equals(item.getText()))
                        .forEach(javafx.scene.control.MenuItem::fire);
            });
            var session = Objects.requireNonNull(shell.builds().current());
            WaitForAsyncUtils.waitFor(180, TimeUnit.SECONDS, () -> !session.isRunning());
            UiTest.until("its result is read", shell::isSettled);
            Node page = shell.builds().node();
            // What is not drawn yet cannot be looked up.
            robot.interact(() -> Screens.drawAll(shell, state, "build-disk"));
            robot.interact(() -> tabs(page).getSelectionModel().select(1));
            robot.interact(() -> Screens.drawAll(shell, state, "build-disk"));
            UiTest.until("the disk is offered", () -> page.lookup("#bootButton") != null);
            robot.interact(() -> ((Button) page.lookup("#bootButton")).fire());
            UiTest.until(
                    "it can start", () -> page.lookup("#startButton") instanceof Button start && !start.isDisabled());
            robot.interact(() -> ((Button) page.lookup("#startButton")).fire());
            TextArea console = (TextArea) page.lookup("#console");
            WaitForAsyncUtils.waitFor(120, TimeUnit.SECONDS, () -> WaitForAsyncUtils.asyncFx(
                            () -> console.getText().contains("BOWLER-BOOT-OK"))
                    .get());
            robot.interact(() -> Screens.drawAll(shell, state, "build-booted"));
            robot.interact(shell.builds()::close);
            assertThat(Screens.FOLDER.resolve("build-booted-light-1920x1080.png"))
                    .isNotEmptyFile();
        }
        workspace.close();
    }

    private static Shell onBuilds(FxRobot robot, Workspace workspace, BufferJournal journal, Path state) {
        Shell[] made = new Shell[1];
        robot.interact(() -> {
            made[0] = Screens.shell(workspace, journal, state);
            made[0].showPage("builds");
        });
        workspace.refresh();
        UiTest.until("the distro is resolved", made[0]::isSettled);
        return made[0];
    }

    private static TabPane tabs(Node page) {
        return (TabPane) page.lookup("#tabs");
    }

    private static void again(FxRobot robot, Shell shell) throws Exception {
        robot.interact(() -> shell.builds().build());
        var session = Objects.requireNonNull(shell.builds().current());
        WaitForAsyncUtils.waitFor(180, TimeUnit.SECONDS, () -> !session.isRunning());
        UiTest.until("its result is read", shell::isSettled);
        WaitForAsyncUtils.waitForFxEvents();
    }
}
