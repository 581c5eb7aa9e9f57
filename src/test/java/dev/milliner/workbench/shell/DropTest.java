package dev.milliner.workbench.shell;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.javafx.scene.input.DragboardHelper;
import com.sun.javafx.tk.TKClipboard;
import com.sun.javafx.tk.Toolkit;
import dev.milliner.image.ArtifactTools;
import dev.milliner.text.Place;
import dev.milliner.text.TextRange;
import dev.milliner.workbench.base.Choices;
import dev.milliner.workbench.image.ImagePage;
import java.io.File;
import java.io.IOException;
import java.lang.reflect.Proxy;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import javafx.event.EventType;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.Labeled;
import javafx.scene.control.TabPane;
import javafx.scene.input.DataFormat;
import javafx.scene.input.DragEvent;
import javafx.scene.input.Dragboard;
import javafx.scene.input.TransferMode;
import javafx.stage.Stage;
import org.junit.jupiter.api.Test;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.Start;

/**
 * What is dragged onto the window is named while it hovers and taken when it is dropped. The screen of tests knows no dragging, so
 * the events are made here.
 */
class DropTest extends SampleWindow {
    private static final String GREET = "comps/greet/greet.comp.toml";
    private static final String PATCH = """
            --- a/greet.c
            +++ b/greet.c
            @@ -1 +1 @@
            -a
            +b
            """;

    private Choices.Unsaved answer = Choices.Unsaved.DISCARD;

    @Start
    void start(Stage stage) throws IOException {
        open(stage);
    }

    @Override
    Choices answers() {
        return new UiTest.Answers() {
            @Override
            public Unsaved unsaved(String file) {
                return answer;
            }
        };
    }

    private static void fire(FxRobot robot, Node on, EventType<DragEvent> type, Path... files) {
        List<File> dragged = Arrays.stream(files).map(Path::toFile).toList();
        robot.interact(() -> {
            Dragboard board = DragboardHelper.createDragboard(copying());
            board.setContent(Map.of(DataFormat.FILES, dragged));
            on.fireEvent(new DragEvent(type, board, 200, 200, 200, 200, TransferMode.COPY, null, on, null));
        });
    }

    /** A clipboard of what may be copied; the toolkit's own has no opinion of that. */
    private static TKClipboard copying() {
        TKClipboard local = Toolkit.getToolkit().createLocalClipboard();
        return (TKClipboard) Proxy.newProxyInstance(
                DropTest.class.getClassLoader(),
                new Class<?>[] {TKClipboard.class},
                (proxy, method, arguments) -> method.getName().equals("getTransferModes")
                        ? EnumSet.of(TransferMode.COPY)
                        : method.invoke(local, arguments));
    }

    /** The words that are shown while something hovers. */
    private List<String> hover(FxRobot robot, Path... files) {
        UiTest.until("the distro is resolved", () -> shell().isSettled());
        fire(robot, shell().node(), DragEvent.DRAG_OVER, files);
        UiTest.until(
                "it says what dropping would do",
                () -> robot.lookup("#drop-words").tryQuery().isPresent());
        List<String> words = UiTest.onScreen(() -> robot.lookup("#drop-words .label").queryAllAs(Label.class).stream()
                .map(Labeled::getText)
                .toList());
        fire(robot, shell().node(), DragEvent.DRAG_EXITED, files);
        assertThat(robot.lookup("#drop-words").tryQuery()).isEmpty();
        return words;
    }

    private void drop(FxRobot robot, Path... files) {
        UiTest.until("the distro is resolved", () -> shell().isSettled());
        Node node = shell().node();
        fire(robot, node, DragEvent.DRAG_DROPPED, files);
        // As the toolkit does.
        fire(robot, node, DragEvent.DRAG_EXITED, files);
        UiTest.until("it is taken", () -> shell().isSettled());
    }

    private void openGreet(FxRobot robot) {
        UiTest.until("the distro is resolved", () -> shell().isSettled());
        robot.interact(() -> shell().goTo(new Place(GREET, new TextRange(5, 1, 5, 1))));
        UiTest.until(
                "it is inspected",
                () -> shell().isSettled()
                        && shell().page(DistroPage.class).component().isPresent());
    }

    private boolean isOpen(Path file) {
        return UiTest.onScreen(() -> shell().editors().find(file.toString()).isPresent());
    }

    @Test
    void anotherDistroIsOpenedOnceUnsavedTextIsAnsweredFor(FxRobot robot) throws IOException {
        Path other = UiTest.copySample(folder.resolve("other"));
        assertThat(hover(robot, other)).containsExactly("Open other in place of this distro");
        assertThat(hover(robot, tree())).containsExactly("tree is open already");
        openGreet(robot);
        robot.interact(() -> shell().editors().current().orElseThrow().replaceAll("# edited\n"));

        answer = Choices.Unsaved.CANCEL;
        drop(robot, other);
        assertThat(window().workspace()).isNotNull();
        assertThat(shell().editors().find(GREET)).isPresent();
        answer = Choices.Unsaved.DISCARD;
        Shell before = shell();
        fire(robot, shell().node(), DragEvent.DRAG_DROPPED, other, folder.resolve("beside.txt"));
        UiTest.until("it is open", () -> !shell().equals(before));
        UiTest.until("it is resolved", () -> shell().isSettled());
        assertThat(java.util.Objects.requireNonNull(window().workspace()).root())
                .isEqualTo(other);
    }

    @Test
    void aFolderWithoutADistroIsRefusedInANotice(FxRobot robot) throws IOException {
        Path none = Files.createDirectories(folder.resolve("none"));
        assertThat(hover(robot, none)).containsExactly("none is no distro: it holds no azldev.toml");
        drop(robot, none);
        assertThat(UiTest.onScreen(() -> robot.lookup("#told .label").queryAllAs(Label.class).stream()
                        .map(Labeled::getText)
                        .toList()))
                .contains(none + " holds no azldev.toml, so it is no distro. Drop the folder that holds one.");
    }

    @Test
    void textsAreOpenedByTheirPathBelowTheDistro(FxRobot robot) throws IOException {
        Path outside = Files.writeString(folder.resolve("notes.txt"), "notes\n");
        Path inside = tree().resolve("comps/../azldev.toml");
        assertThat(hover(robot, outside, inside)).containsExactly("Open notes.txt", "Open azldev.toml");
        drop(robot, outside, inside);
        UiTest.until("both are open", () -> isOpen(outside) && isOpen(Path.of("azldev.toml")));
    }

    @Test
    void manyFilesAreNotListedInFull(FxRobot robot) throws IOException {
        Path[] files = Stream.of("a", "b", "c", "d", "e", "f", "g")
                .map(name -> folder.resolve(name))
                .toArray(Path[]::new);
        for (Path file : files) {
            Files.writeString(file, "text\n");
        }
        assertThat(hover(robot, files)).hasSize(6).endsWith("And 2 more");
    }

    @Test
    void whatABuildMadeIsShownAsBuilt(FxRobot robot) throws IOException {
        ArtifactTools.assume("tar");
        Path root = Files.createDirectories(folder.resolve("root/opt"));
        Files.copy(
                Path.of("src/test/resources/dev/milliner/level/probes/made/plain")
                        .toAbsolutePath(),
                root.resolve("plain"));
        ArtifactTools.sh(folder.resolve("root"), "tar -cf ../built.tar .");
        Path built = folder.resolve("built.tar");
        assertThat(hover(robot, built)).containsExactly("Show what built.tar holds");
        drop(robot, built);
        UiTest.until(
                "its page is in front",
                () -> UiTest.onScreen(() -> shell().page(ImagePage.class).node().isVisible()));
        TabPane tabs = robot.from(shell().page(ImagePage.class).node())
                .lookup(".tab-pane")
                .queryAs(TabPane.class);
        assertThat(UiTest.onScreen(
                        () -> tabs.getSelectionModel().getSelectedItem().getText()))
                .isEqualTo("As built");
        UiTest.until(
                "it is read",
                () -> UiTest.onScreen(() -> robot.lookup(".toggle-button.chip").queryAllAs(Labeled.class).stream()
                        .anyMatch(chip -> chip.getText().contains("1 file"))));
    }

    @Test
    void aLogIsShownWithWhyThatBuildFailed(FxRobot robot) throws IOException {
        Path log = Files.copy(
                Path.of("src/test/resources/dev/milliner/explain/labelled/rpmbuild-cargo-test.log"),
                folder.resolve("build.log"));
        assertThat(hover(robot, log)).containsExactly("Show build.log and why that build failed");
        drop(robot, log);
        UiTest.until(
                "it says why",
                () -> robot.lookup("#builds #buildCause").tryQuery().isPresent());
        assertThat(UiTest.onScreen(() -> robot.lookup("#builds #buildCauseLine")
                        .queryAs(Labeled.class)
                        .getText()))
                .startsWith("Line ");
    }

    @Test
    void aPatchFromElsewhereBecomesAnOverlayOfTheComponentInFocus(FxRobot robot) throws IOException {
        Path patch = Files.writeString(folder.resolve("fix.patch"), PATCH);
        assertThat(hover(robot, patch)).containsExactly("Open fix.patch");
        openGreet(robot);
        assertThat(hover(robot, patch)).containsExactly("Add fix.patch to greet, after a preview");
        drop(robot, patch);
        UiTest.until(
                "the preview is worked out",
                () -> shell().preview().isOpen() && shell().preview().isSettled());
        robot.interact(() -> robot.lookup("#preview-apply").queryButton().fire());
        UiTest.until("it is made", () -> isOpen(Path.of("comps/greet/overlays/0004-greet.overlay.toml")));
        UiTest.until("it is resolved", () -> shell().isSettled());
        assertThat(UiTest.onScreen(() -> shell().editors()
                        .find("comps/greet/overlays/0004-greet.overlay.toml")
                        .orElseThrow()
                        .text()))
                .contains("description = \"Apply fix.patch\"\ntype = \"patch-add\"\nsource = \"fix.patch\"\n");
        assertThat(UiTest.onScreen(() -> shell().editors()
                        .find("comps/greet/overlays/fix.patch")
                        .orElseThrow()
                        .text()))
                .isEqualTo(PATCH);
    }

    @Test
    void aPatchOfTheTreeIsOpened(FxRobot robot) {
        openGreet(robot);
        Path patch = Path.of("comps/greet/overlays/files/0002-End-with-a-full-stop.patch");
        assertThat(hover(robot, tree().resolve(patch))).containsExactly("Open " + patch.getFileName());
        drop(robot, tree().resolve(patch));
        UiTest.until("it is open", () -> isOpen(patch));
    }
}
