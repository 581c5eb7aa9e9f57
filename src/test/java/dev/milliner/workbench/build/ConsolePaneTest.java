package dev.milliner.workbench.build;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.milliner.build.boot.TalkingDisk;
import dev.milliner.ground.HostTools;
import dev.milliner.rpm.Level;
import dev.milliner.workbench.shell.Png;
import dev.milliner.workbench.shell.Theme;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.TimeUnit;
import javafx.event.Event;
import javafx.scene.Scene;
import javafx.scene.control.Button;
import javafx.scene.control.TextArea;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;
import org.testfx.util.WaitForAsyncUtils;

/** The console of a real machine, which repeats what is typed. Skipped where QEMU is missing. */
@ExtendWith(ApplicationExtension.class)
class ConsolePaneTest {
    private static final Path SCREENS = Path.of("target/screens");

    @TempDir
    Path folder;

    @Start
    void start(javafx.stage.Stage stage) {
        Theme.loadFonts();
    }

    @Test
    void whatIsTypedAndWhatTheGuestSays(FxRobot robot) throws Exception {
        assumeTrue(
                HostTools.find("qemu-system-x86_64").isPresent(),
                "qemu-system-x86_64 is missing; install qemu-system-x86.");
        Path disk = TalkingDisk.write(folder.resolve("disk.raw"), "Bowler 1.0\r\nbrim: x86-64-v3\r\n/ # ");
        ConsolePane[] made = new ConsolePane[1];
        robot.interact(() -> made[0] = new ConsolePane());
        try (ConsolePane pane = made[0]) {
            robot.interact(() -> draw(pane, "console-empty"));
            robot.interact(() -> pane.show(disk, Level.V3));
            Button start = (Button) pane.node().lookup("#startButton");
            until(() -> !start.isDisabled());
            robot.interact(() -> draw(pane, "console-ready"));
            TextArea console = (TextArea) pane.node().lookup("#console");
            assertThat(console.getText()).isEmpty();
            robot.interact(start::fire);
            until(() -> console.getText().endsWith("/ # "));
            robot.interact(() -> {
                type(console, "l");
                type(console, "x");
                type(console, "\r");
                type(console, "y");
            });
            // A carriage return leads back to the line's begin, as nothing sent a new line.
            until(() -> console.getText().endsWith("\ny # lx"));
            robot.interact(() -> draw(pane, "console-running"));
            robot.interact(() -> ((Button) pane.node().lookup("#stopButton")).fire());
            until(() -> !start.isDisabled());
            assertThat(console.getText()).contains("brim: x86-64-v3");
        }
    }

    private static void type(TextArea console, String character) {
        Event.fireEvent(
                console,
                new KeyEvent(KeyEvent.KEY_TYPED, character, "", KeyCode.UNDEFINED, false, false, false, false));
    }

    private static void until(Callable<Boolean> holds) throws Exception {
        WaitForAsyncUtils.waitFor(
                60, TimeUnit.SECONDS, () -> WaitForAsyncUtils.asyncFx(holds).get());
    }

    private static void draw(ConsolePane pane, String name) {
        for (String theme : List.of("dark", "light")) {
            if (pane.node().getScene() != null) {
                pane.node().getScene().setRoot(new javafx.scene.layout.StackPane());
            }
            Scene scene = new Scene(pane.node(), 900, 420);
            Theme.named(theme, Theme.all(Path.of("none"))).apply(scene);
            for (int pass = 0; pass < 2; pass++) {
                pane.node().applyCss();
                pane.node().layout();
            }
            try {
                Png.write(scene.snapshot(null), SCREENS.resolve(name + "-" + theme + ".png"));
            } catch (java.io.IOException failure) {
                throw new java.io.UncheckedIOException(failure);
            }
        }
    }
}
