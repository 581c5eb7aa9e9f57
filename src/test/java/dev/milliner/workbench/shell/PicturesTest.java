package dev.milliner.workbench.shell;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.milliner.SharedMaterial;
import dev.milliner.Tools;
import dev.milliner.build.log.Stage;
import dev.milliner.ground.HostTools;
import dev.milliner.text.Place;
import dev.milliner.text.TextRange;
import dev.milliner.workbench.base.Workspace;
import dev.milliner.workbench.files.BufferJournal;
import dev.milliner.workbench.image.ImagePage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.control.Button;
import javafx.scene.control.TabPane;
import javafx.scene.control.TextArea;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;
import org.testfx.util.WaitForAsyncUtils;

/**
 * Pictures of the screens for people to look at, in {@code target/screens}. The scenes are not shown, so that they can
 * be larger than the screen of a machine without a display.
 */
@ExtendWith(ApplicationExtension.class)
class PicturesTest {
    private static final Path SCREENS = Path.of("target/screens");
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
                made[0] = shell(workspace, journal, state);
                scene[0] = new Scene(made[0].node(), width, height);
                Theme.named(theme, Theme.all(state)).apply(scene[0]);
                Picture.arrange(made[0], new Picture.Size(width, height));
            });
            Shell shell = made[0];
            String suffix = "-" + theme + "-" + width + "x" + height + ".png";
            robot.interact(() -> draw(scene[0], "loading" + suffix));
            workspace.refresh();
            UiTest.until("the distro is resolved", shell::isSettled);
            robot.interact(() -> draw(scene[0], "empty" + suffix));

            robot.interact(() -> shell.goTo(new Place(SYSTEMD, new TextRange(20, 1, 20, 1))));
            UiTest.until("the file is open", () -> shell.editors().current().isPresent() && shell.isSettled());
            edit(shell, text -> text.replace("type = \"spec-remove-tag\"", "type = \"spec-removed-tag\""));
            UiTest.until(
                    "the problem is found",
                    () -> !Objects.requireNonNull(workspace.snapshot())
                                    .distro()
                                    .problems()
                                    .isEmpty()
                            && shell.isSettled());
            robot.interact(() -> shell.explorer().reveal("COMPONENT systemd"));
            robot.interact(() -> draw(scene[0], "distro" + suffix));
            robot.interact(() -> shell.editors().current().orElseThrow().find(true));
            robot.interact(() -> draw(scene[0], "find" + suffix));
            robot.interact(() -> shell.palette().open("kernel"));
            UiTest.until("something is found", shell.palette()::isSettled);
            robot.interact(() -> draw(scene[0], "search" + suffix));
            robot.interact(() -> shell.palette().close());
            robot.interact(() -> {
                shell.showPage("builds");
                draw(scene[0], "builds-empty" + suffix);
            });
        }
        workspace.close();
        assertThat(SCREENS.resolve("distro-" + theme + "-" + width + "x" + height + ".png"))
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
                made[0] = shell(workspace, journal, state);
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
            robot.interact(() -> draw(scene[0], "effect" + suffix));
            robot.interact(() -> {
                shell.showPage("overlays");
                draw(scene[0], "overlays" + suffix);
            });
            UiTest.until("the difference is drawn", shell::isSettled);
            robot.interact(() -> draw(scene[0], "overlays" + suffix));
            robot.interact(() -> {
                shell.showPage("board");
                draw(scene[0], "board" + suffix);
            });
            robot.interact(() -> ((javafx.scene.control.MenuButton) shell.node().lookup("#otherButton"))
                    .getItems()
                    .getLast()
                    .fire());
            UiTest.until(
                    "the overlays are tried",
                    () -> !shell.node().lookup("#running").isVisible());
            robot.interact(() -> draw(scene[0], "rebase" + suffix));
        }
        workspace.close();
        assertThat(SCREENS.resolve("board" + "-" + theme + "-" + width + "x" + height + ".png"))
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
                made[0] = shell(workspace, journal, state);
                made[0].page(ImagePage.class).useRepositories("scale=" + metadata);
                made[0].showPage("image");
            });
            Shell shell = made[0];
            workspace.refresh();
            UiTest.until("the distro is resolved", shell::isSettled);
            robot.interact(() -> shell.page(ImagePage.class).choose("vm-base"));
            UiTest.until(
                    "the image is planned", () -> shell.page(ImagePage.class).plan("vm-base") != null);
            robot.interact(() -> drawAll(shell, state, "image"));
            javafx.scene.control.TableView<?> table =
                    (javafx.scene.control.TableView<?>) shell.node().lookup("#image .table-view");
            robot.interact(() -> {
                table.getSelectionModel().select(20);
                drawAll(shell, state, "image-package");
            });
            javafx.scene.control.TabPane tabs =
                    (javafx.scene.control.TabPane) shell.node().lookup("#image .tab-pane");
            robot.interact(() -> tabs.getSelectionModel().select(1));
            UiTest.until("the files are listed", shell::isSettled);
            robot.interact(() -> drawAll(shell, state, "image-files"));
            robot.interact(() -> {
                shell.goTo(Place.startOf("base/images/vm-base/vm-base.kiwi"));
                shell.showPage("image");
            });
            UiTest.until(
                    "the description is open", () -> shell.editors().current().isPresent());
            edit(shell, text -> text.replace("<package name=\"cloud-init\" />", "<package name=\"zsh\" />"));
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
            robot.interact(() -> drawAll(shell, state, "image-compared"));
            robot.interact(() -> shell.page(ImagePage.class).close());
        }
        workspace.close();
        assertThat(SCREENS.resolve("image-package-dark-1280x800.png")).isNotEmptyFile();
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
            robot.interact(() -> drawAll(shell, state, "build-running"));
            WaitForAsyncUtils.waitFor(180, TimeUnit.SECONDS, () -> !session.isRunning());
            WaitForAsyncUtils.waitForFxEvents();
            UiTest.until("its result is read", shell::isSettled);
            robot.interact(() -> drawAll(shell, state, "build-result"));
            again(robot, shell);
            robot.interact(() -> shell.builds().compareWithPrevious());
            UiTest.until("they are compared", shell::isSettled);
            robot.interact(() -> drawAll(shell, state, "build-compared"));
            robot.interact(() -> shell.goTo(Place.startOf("images/container/bowler-container.kiwi")));
            UiTest.until(
                    "the description is open", () -> shell.editors().current().isPresent());
            edit(shell, text -> text.replace("<package name=\"greet\"/>", "<package name=\"greeet\"/>"));
            UiTest.until("the edit is resolved", shell::isSettled);
            robot.interact(() -> shell.showPage("builds"));
            again(robot, shell);
            robot.interact(() -> drawAll(shell, state, "build-failed"));
        }
        workspace.close();
        assertThat(SCREENS.resolve("build-result-dark-1280x800.png")).isNotEmptyFile();
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
            robot.interact(() -> drawAll(shell, state, "build-disk"));
            robot.interact(() -> tabs(page).getSelectionModel().select(1));
            robot.interact(() -> drawAll(shell, state, "build-disk"));
            UiTest.until("the disk is offered", () -> page.lookup("#bootButton") != null);
            robot.interact(() -> ((Button) page.lookup("#bootButton")).fire());
            UiTest.until(
                    "it can start", () -> page.lookup("#startButton") instanceof Button start && !start.isDisabled());
            robot.interact(() -> ((Button) page.lookup("#startButton")).fire());
            TextArea console = (TextArea) page.lookup("#console");
            WaitForAsyncUtils.waitFor(120, TimeUnit.SECONDS, () -> WaitForAsyncUtils.asyncFx(
                            () -> console.getText().contains("BOWLER-BOOT-OK"))
                    .get());
            robot.interact(() -> drawAll(shell, state, "build-booted"));
            robot.interact(shell.builds()::close);
            assertThat(SCREENS.resolve("build-booted-light-1920x1080.png")).isNotEmptyFile();
        }
        workspace.close();
    }

    private static Shell shell(Workspace workspace, BufferJournal journal, Path state) {
        return new Shell(workspace, journal, new Folders(state, state), new UiTest.Answers(), new Picture.NoHost());
    }

    private static Shell onBuilds(FxRobot robot, Workspace workspace, BufferJournal journal, Path state) {
        Shell[] made = new Shell[1];
        robot.interact(() -> {
            made[0] = shell(workspace, journal, state);
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

    /** Draws one state of the shell in both schemes and both sizes. */
    private static void drawAll(Shell shell, Path state, String name) {
        for (String theme : List.of("dark", "light")) {
            for (Picture.Size size : List.of(new Picture.Size(1280, 800), new Picture.Size(1920, 1080))) {
                if (shell.node().getScene() != null) {
                    shell.node().getScene().setRoot(new javafx.scene.layout.StackPane());
                }
                Scene scene = new Scene(shell.node(), size.width(), size.height());
                Theme.named(theme, Theme.all(state)).apply(scene);
                Picture.arrange(shell, size);
                draw(scene, name + "-" + theme + "-" + size.width() + "x" + size.height() + ".png");
            }
        }
    }

    private static void edit(Shell shell, java.util.function.UnaryOperator<String> change) {
        Consumer<dev.milliner.workbench.editor.CodeEditor> apply =
                editor -> editor.replaceAll(change.apply(editor.text()));
        javafx.application.Platform.runLater(
                () -> apply.accept(shell.editors().current().orElseThrow()));
    }

    static void draw(Scene scene, String name) {
        scene.getRoot().applyCss();
        scene.getRoot().layout();
        // Virtual lists fill their cells in the second pass.
        scene.getRoot().applyCss();
        scene.getRoot().layout();
        try {
            Png.write(scene.snapshot(null), SCREENS.resolve(name));
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }
}
