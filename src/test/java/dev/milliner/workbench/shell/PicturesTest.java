package dev.milliner.workbench.shell;

import static org.assertj.core.api.Assertions.assertThat;

import dev.milliner.SharedMaterial;
import dev.milliner.text.Place;
import dev.milliner.text.TextRange;
import dev.milliner.workbench.base.Workspace;
import dev.milliner.workbench.files.BufferJournal;
import dev.milliner.workbench.image.ImagePage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Objects;
import javafx.scene.Scene;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;

/**
 * Pictures of the screens for people to look at, in {@code target/screens}. The scenes are not shown, so that they can
 * be larger than the screen of a machine without a display.
 */
@ExtendWith(ApplicationExtension.class)
class PicturesTest {
    private static final String SYSTEMD = "base/comps/systemd/systemd.comp.toml";

    @TempDir
    static Path folder;

    @Start
    void start(javafx.stage.Stage stage) {
        Theme.loadFonts();
    }

    private static Path root() throws IOException {
        Path root = folder.resolve("azurelinux");
        return Files.exists(root) ? root : SharedMaterial.unpack("azurelinux/azurelinux-tomls.tar.xz", root);
    }

    @ParameterizedTest
    @CsvSource({"dark,1280,800", "light,1280,800", "dark,1920,1080", "light,1920,1080"})
    void everyScreen(String theme, int width, int height, FxRobot robot) throws Exception {
        Path state = folder.resolve("state-" + theme + width);
        Workspace workspace = new Workspace(root());
        try (BufferJournal journal = BufferJournal.start(state)) {
            Shell[] made = new Shell[1];
            Scene[] scene = new Scene[1];
            robot.interact(() -> {
                made[0] = Screens.shell(workspace, journal, state);
                scene[0] = new Scene(made[0].node(), width, height);
                Theme.named(theme, Theme.all(state)).apply(scene[0]);
                Picture.arrange(made[0], new Picture.Size(width, height));
            });
            Shell shell = made[0];
            String suffix = "-" + theme + "-" + width + "x" + height + ".png";
            robot.interact(() -> Screens.draw(scene[0], "loading" + suffix));
            workspace.refresh();
            UiTest.until("the distro is resolved", shell::isSettled);
            robot.interact(() -> Screens.draw(scene[0], "empty" + suffix));

            robot.interact(() -> shell.goTo(new Place(SYSTEMD, new TextRange(20, 1, 20, 1))));
            UiTest.until("the file is open", () -> shell.editors().current().isPresent() && shell.isSettled());
            Screens.edit(shell, text -> text.replace("type = \"spec-remove-tag\"", "type = \"spec-removed-tag\""));
            UiTest.until(
                    "the problem is found",
                    () -> !Objects.requireNonNull(workspace.snapshot())
                                    .distro()
                                    .problems()
                                    .isEmpty()
                            && shell.isSettled());
            robot.interact(() -> shell.explorer().reveal("COMPONENT systemd"));
            robot.interact(() -> Screens.draw(scene[0], "distro" + suffix));
            robot.interact(() -> shell.editors().current().orElseThrow().find(true));
            robot.interact(() -> Screens.draw(scene[0], "find" + suffix));
            robot.interact(() -> shell.palette().open("kernel"));
            UiTest.until("something is found", shell.palette()::isSettled);
            robot.interact(() -> Screens.draw(scene[0], "search" + suffix));
            robot.interact(() -> shell.palette().close());
            robot.interact(() -> {
                shell.showPage("builds");
                Screens.draw(scene[0], "builds-empty" + suffix);
            });
        }
        workspace.close();
        assertThat(Screens.FOLDER.resolve("distro-" + theme + "-" + width + "x" + height + ".png"))
                .isNotEmptyFile();
    }

    @ParameterizedTest
    @CsvSource({"dark,1280,800", "light,1280,800", "dark,1920,1080", "light,1920,1080"})
    void theSamplesOverlays(String theme, int width, int height, FxRobot robot) throws Exception {
        Path state = folder.resolve("sample-" + theme + width);
        Workspace workspace = new Workspace(Path.of("sample-distros/bowler").toAbsolutePath());
        try (BufferJournal journal = BufferJournal.start(state)) {
            Shell[] made = new Shell[1];
            Scene[] scene = new Scene[1];
            robot.interact(() -> {
                made[0] = Screens.shell(workspace, journal, state);
                scene[0] = new Scene(made[0].node(), width, height);
                Theme.named(theme, Theme.all(state)).apply(scene[0]);
                Picture.arrange(made[0], new Picture.Size(width, height));
            });
            Shell shell = made[0];
            String suffix = "-" + theme + "-" + width + "x" + height + ".png";
            workspace.refresh();
            UiTest.until("the distro is resolved", shell::isSettled);
            robot.interact(() -> shell.goTo(Objects.requireNonNull(Objects.requireNonNull(workspace.snapshot())
                            .distro()
                            .components()
                            .get("greet"))
                    .overlays()
                    .getFirst()
                    .place()));
            UiTest.until("the file is open", () -> shell.editors().current().isPresent() && shell.isSettled());
            UiTest.until(
                    "the overlays are applied",
                    () -> shell.overlays().shownProperty().get() != null);
            robot.interact(() -> Screens.draw(scene[0], "effect" + suffix));
            robot.interact(() -> {
                shell.showPage("overlays");
                Screens.draw(scene[0], "overlays" + suffix);
            });
            UiTest.until("the difference is drawn", shell::isSettled);
            robot.interact(() -> Screens.draw(scene[0], "overlays" + suffix));
            robot.interact(() -> {
                shell.showPage("board");
                Screens.draw(scene[0], "board" + suffix);
            });
            robot.interact(() -> ((javafx.scene.control.MenuButton) shell.node().lookup("#otherButton"))
                    .getItems()
                    .getLast()
                    .fire());
            UiTest.until(
                    "the overlays are tried",
                    () -> !shell.node().lookup("#running").isVisible());
            robot.interact(() -> Screens.draw(scene[0], "rebase" + suffix));
        }
        workspace.close();
        assertThat(Screens.FOLDER.resolve("board" + "-" + theme + "-" + width + "x" + height + ".png"))
                .isNotEmptyFile();
    }

    @Test
    void whatAnImageWouldHold(FxRobot robot) throws Exception {
        Path metadata = SharedMaterial.folder().resolve("corpus/rpm-metadata/scale");
        Path state = folder.resolve("image");
        Path tree = SharedMaterial.unpack("azurelinux/azurelinux-tomls.tar.xz", folder.resolve("committed"));
        UiTest.commit(tree);
        Workspace workspace = new Workspace(tree);
        try (BufferJournal journal = BufferJournal.start(state)) {
            Shell[] made = new Shell[1];
            robot.interact(() -> {
                made[0] = Screens.shell(workspace, journal, state);
                made[0].page(ImagePage.class).useRepositories("scale=" + metadata);
                made[0].showPage("image");
            });
            Shell shell = made[0];
            workspace.refresh();
            UiTest.until("the distro is resolved", shell::isSettled);
            robot.interact(() -> shell.page(ImagePage.class).choose("vm-base"));
            UiTest.until(
                    "the image is planned", () -> shell.page(ImagePage.class).plan("vm-base") != null);
            robot.interact(() -> Screens.drawAll(shell, state, "image"));
            javafx.scene.control.TreeTableView<?> table =
                    (javafx.scene.control.TreeTableView<?>) shell.node().lookup("#image #packages");
            robot.interact(() -> {
                table.getSelectionModel().select(20);
                Screens.drawAll(shell, state, "image-package");
            });
            javafx.scene.control.TabPane tabs =
                    (javafx.scene.control.TabPane) shell.node().lookup("#image .tab-pane");
            robot.interact(() -> tabs.getSelectionModel().select(1));
            UiTest.until("the files are listed", shell::isSettled);
            robot.interact(() -> Screens.drawAll(shell, state, "image-files"));
            robot.interact(() -> {
                shell.goTo(Place.startOf("base/images/vm-base/vm-base.kiwi"));
                shell.showPage("image");
            });
            UiTest.until(
                    "the description is open", () -> shell.editors().current().isPresent());
            Screens.edit(shell, text -> text.replace("<package name=\"cloud-init\" />", "<package name=\"zsh\" />"));
            UiTest.until("the edit is planned", () -> Objects.requireNonNull(
                            shell.page(ImagePage.class).plan("vm-base"))
                    .find("zsh")
                    .isPresent());
            robot.interact(() -> {
                tabs.getSelectionModel().select(2);
                ((javafx.scene.control.MenuButton) shell.node().lookup("#compareButton"))
                        .getItems()
                        .getFirst()
                        .fire();
            });
            UiTest.until("it is compared", shell::isSettled);
            robot.interact(() -> Screens.drawAll(shell, state, "image-compared"));
            robot.interact(() -> shell.page(ImagePage.class).close());
        }
        workspace.close();
        assertThat(Screens.FOLDER.resolve("image-package-dark-1280x800.png")).isNotEmptyFile();
    }
}
