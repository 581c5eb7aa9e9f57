package dev.milliner.workbench.shell;

import static org.assertj.core.api.Assertions.assertThat;

import dev.milliner.Waiting;
import dev.milliner.build.koji.Farm;
import dev.milliner.workbench.base.Workspace;
import dev.milliner.workbench.files.BufferJournal;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import javafx.scene.Scene;
import javafx.scene.control.ButtonBase;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.TabPane;
import javafx.scene.control.TextField;
import javafx.scene.text.Text;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;

/** Pictures of builds on a farm for people to look at, in {@code target/screens}. */
@ExtendWith(ApplicationExtension.class)
class FarmPicturesTest {
    private static final Picture.Size SIZE = new Picture.Size(1280, 800);

    @TempDir
    static Path folder;

    @SuppressWarnings("NullAway.Init")
    private Shell shell;

    @Start
    void start(javafx.stage.Stage stage) {
        Theme.loadFonts();
    }

    @Test
    void theFormAndABuildToItsEnd(FxRobot robot) throws Exception {
        Workspace workspace = new Workspace(Path.of("sample-distros/bowler").toAbsolutePath());
        try (Farm farm = new Farm(folder.resolve("farm"));
                BufferJournal journal = BufferJournal.start(folder)) {
            robot.interact(() -> {
                shell = new Shell(
                        workspace,
                        journal,
                        new Folders(folder, folder),
                        new UiTest.Answers(),
                        new Picture.NoHost(folder),
                        PageRegistry.ALL);
                shell.builds().farm().useHost(farm::host);
                shell.showPage("builds");
            });
            workspace.refresh();
            UiTest.until("the distro is resolved", shell::isSettled);
            draw(robot, "farm-none");
            robot.interact(() -> shell.builds().farm().item().fire());
            UiTest.until(
                    "the hub has told its targets",
                    () -> ((Label) find("#targetNote")).getText().startsWith("2 targets"));
            robot.interact(() -> {
                ((ButtonBase) find("#componentButton")).fire();
                ((ComboBox<?>) find("#nameBox")).getEditor().setText("greet");
                ((ComboBox<?>) find("#targetBox")).getEditor().setText("azl4");
            });
            draw(robot, "farm-form-tree");
            robot.interact(() -> {
                ((ButtonBase) find("#imageButton")).fire();
                ((TextField) find("#commitField")).setText("https://git.example.org/bowler");
            });
            draw(robot, "farm-form-image");
            robot.interact(() -> {
                ((ButtonBase) find("#componentButton")).fire();
                ((ComboBox<?>) find("#nameBox")).getEditor().setText("greet");
                ((ButtonBase) find("#commitButton")).fire();
                ((TextField) find("#commitField")).setText(Farm.SOURCE);
                ((ButtonBase) find("#sendButton")).fire();
            });
            build(robot, farm);
        }
        workspace.close();
        assertThat(Path.of("target/screens/farm-done-light-1280x800.png")).isNotEmptyFile();
    }

    private void build(FxRobot robot, Farm farm) throws Exception {
        Waiting.until("the task is there", () -> farm.hub().tasks().containsKey(1));
        farm.builder().open(1);
        int srpm = farm.builder().child(1, "buildSRPMFromSCM", "noarch");
        farm.builder().open(srpm);
        farm.builder().write(srpm, "checkout.log", "$ git clone -n https://git.kojihub.example/rpms/greet.git\n");
        farm.builder().write(srpm, "greet-1.0-1.src.rpm", new byte[61234]);
        farm.builder().close(srpm);
        int arch = farm.builder().child(1, "buildArch", "x86_64");
        farm.builder().open(arch);
        farm.builder().child(1, "buildArch", "aarch64");
        for (String line : List.of(
                "Mock Version: 5.9",
                "Executing(%prep): /bin/sh -e /var/tmp/rpm-tmp.yZ3",
                "+ cd greet-1.0",
                "Executing(%build): /bin/sh -e /var/tmp/rpm-tmp.Qk1",
                "+ make -j8",
                "gcc -O2 -march=x86-64-v3 -c greet.c -o greet.o")) {
            farm.builder().write(arch, "build.log", line + "\n");
        }
        UiTest.until(
                "the log is read", () -> shell.node().lookupAll(".task-row").size() >= 5 && shell.isSettled());
        Waiting.until("its lines are here", () -> log().contains("greet.o"));
        UiTest.until("they are drawn", () -> {
            shell.node().layout();
            return shell.node().lookupAll(".log-text").stream()
                    .anyMatch(node -> ((Text) node).getText().endsWith("greet.o"));
        });
        draw(robot, "farm-running");
        farm.hub().die();
        UiTest.until(
                "the silence is told",
                () -> ((Label) find("#farmState")).getText().contains("not answered"));
        draw(robot, "farm-silent");
        farm.hub().revive();
        farm.builder().write(arch, "root.log", "Installing gcc\n");
        farm.builder().write(arch, "greet-1.0-1.x86_64.rpm", new byte[230120]);
        farm.builder().close(arch);
        farm.builder().open(arch + 1);
        farm.builder().write(arch + 1, "build.log", "Mock Version: 5.9\n");
        farm.builder().write(arch + 1, "greet-1.0-1.aarch64.rpm", new byte[228774]);
        farm.builder().close(arch + 1);
        farm.builder().close(1);
        UiTest.until("it is over", () -> history().equals("succeeded") && shell.isSettled());
        draw(robot, "farm-log");
        robot.interact(() -> ((TabPane) shell.builds().node().lookup("#tabs"))
                .getSelectionModel()
                .select(1));
        UiTest.until("the result is read", shell::isSettled);
        draw(robot, "farm-done");
    }

    private String history() throws IOException {
        return shell.builds().store().history().all().getFirst().state().word();
    }

    private String log() {
        try {
            return java.nio.file.Files.readString(
                    shell.builds().store().history().all().getFirst().log());
        } catch (IOException none) {
            return "";
        }
    }

    private javafx.scene.Node find(String what) {
        return Objects.requireNonNull(shell.node().lookup(what), what);
    }

    /** One scene that changes its scheme, as the window does. */
    private void draw(FxRobot robot, String name) {
        robot.interact(() -> List.of("dark", "light").forEach(theme -> {
            Scene scene = shell.node().getScene() == null
                    ? new Scene(shell.node(), SIZE.width(), SIZE.height())
                    : shell.node().getScene();
            Theme.named(theme, Theme.all(folder)).apply(scene);
            Picture.arrange(shell, SIZE);
            Screens.draw(scene, name + "-" + theme + "-1280x800.png");
        }));
    }
}
