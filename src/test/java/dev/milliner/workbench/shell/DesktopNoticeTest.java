package dev.milliner.workbench.shell;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import javafx.stage.Stage;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;
import org.testfx.util.WaitForAsyncUtils;

/** A build that fails while its window is out of sight; what sends the notice is a script that writes it down. */
@ExtendWith(ApplicationExtension.class)
class DesktopNoticeTest {
    private static final String TREE = """
            [project]
            default-distro = { name = "d", version = "1" }
            [distros.d.versions.1]
            [components.plain.spec]
            type = "local"
            path = "plain/plain.spec"
            [images.box]
            definition = { type = "kiwi", path = "box.kiwi" }
            """;

    /** A sound one; the build fails as the one package in it has no spec. */
    private static final String BOX = """
            <?xml version="1.0" encoding="utf-8"?>
            <image schemaversion="8.0" name="box">
              <description type="system">
                <author>Bowler</author>
                <contact>maintainers@bowler.invalid</contact>
                <specification>A box</specification>
              </description>
              <preferences>
                <version>1.0.0</version>
                <packagemanager>dnf4</packagemanager>
                <type image="tbz"/>
              </preferences>
              <repository type="rpm-md" alias="here">
                <source path="dir:///var/lib/bowler/repo"/>
              </repository>
              <packages type="bootstrap">
                <package name="plain"/>
              </packages>
            </image>
            """;

    @TempDir
    static Path folder;

    private WorkbenchWindow window;
    private Stage stage;
    private Path said;

    @Start
    void start(Stage shown) throws Exception {
        Path root = Files.createDirectories(folder.resolve("hat"));
        Files.writeString(root.resolve("azldev.toml"), TREE);
        Files.writeString(root.resolve("box.kiwi"), BOX);
        said = folder.resolve("said");
        Path script = folder.resolve("notify-send");
        Files.writeString(script, "#!/bin/sh\nprintf '%s\\n' \"$@\" >> '" + said + "'\n");
        assertThat(script.toFile().setExecutable(true)).isTrue();
        stage = shown;
        window = UiTest.open(shown, folder.resolve("state"), root);
        window.setNotices(new DesktopNotice(Optional.of(script)));
    }

    @Test
    void onlyWhoLooksElsewhereIsTold(FxRobot robot) throws Exception {
        Shell shell = Objects.requireNonNull(window.shell());
        UiTest.until("the distro is resolved", shell::isSettled);
        robot.interact(() -> {
            stage.toFront();
            stage.requestFocus();
        });
        fail(robot, shell);
        assertThat(said).doesNotExist();
        robot.interact(() -> stage.setIconified(true));
        fail(robot, shell);
        WaitForAsyncUtils.waitFor(20, TimeUnit.SECONDS, () -> Files.exists(said) && Files.size(said) > 0);
        assertThat(Files.readString(said)).contains("--app-name=Milliner", "--\nbox: failed\n", "plain");
    }

    /** The platform without a display has no window in front after this, and later tests need one. */
    @AfterEach
    void bringBack(FxRobot robot) {
        robot.interact(() -> {
            stage.setIconified(false);
            stage.toFront();
            stage.requestFocus();
        });
    }

    private static void fail(FxRobot robot, Shell shell) throws Exception {
        robot.interact(() -> shell.builds().build());
        var session = Objects.requireNonNull(shell.builds().current());
        WaitForAsyncUtils.waitFor(60, TimeUnit.SECONDS, () -> !session.isRunning());
        WaitForAsyncUtils.waitForFxEvents();
    }
}
