package dev.milliner.workbench.shell;

import static org.assertj.core.api.Assertions.assertThat;

import dev.milliner.SharedMaterial;
import dev.milliner.workbench.base.Snapshot;
import dev.milliner.workbench.editor.CodeEditor;
import dev.milliner.workbench.editor.EditorText;
import dev.milliner.workbench.explorer.ExplorerNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import javafx.scene.control.Label;
import javafx.scene.control.TreeItem;
import javafx.scene.control.TreeView;
import javafx.scene.input.KeyCode;
import javafx.stage.Stage;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.testfx.api.FxRobot;
import org.testfx.api.FxToolkit;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;

/** A maintainer's way through the workbench on the real tree of Azure Linux. */
@ExtendWith(ApplicationExtension.class)
class WorkbenchTest {
    private static final String SYSTEMD = "base/comps/systemd/systemd.comp.toml";

    @TempDir
    static Path folder;

    private Path root;
    private Stage stage;
    private WorkbenchWindow window;

    @BeforeAll
    static void unpack() throws IOException {
        SharedMaterial.unpack("azurelinux/azurelinux-tomls.tar.xz", folder.resolve("azurelinux"));
    }

    @Start
    void start(Stage first) throws IOException {
        stage = first;
        root = folder.resolve("azurelinux");
        window = UiTest.open(stage, folder.resolve("state"), root);
    }

    @AfterEach
    void close(FxRobot robot) throws Exception {
        FxToolkit.setupFixture(() -> {
            try {
                window.close();
            } catch (IOException | InterruptedException e) {
                throw new IllegalStateException(e);
            }
        });
    }

    private Shell shell() {
        return Objects.requireNonNull(window.shell());
    }

    private Snapshot snapshot() {
        return Objects.requireNonNull(Objects.requireNonNull(window.workspace()).snapshot());
    }

    private Optional<CodeEditor> editor(String path) {
        return shell().editors().find(path);
    }

    private static TreeView<ExplorerNode> tree(FxRobot robot) {
        return robot.lookup("#tree").query();
    }

    private static List<String> rows(FxRobot robot) {
        TreeView<ExplorerNode> tree = tree(robot);
        return java.util.stream.IntStream.range(0, tree.getExpandedItemCount())
                .mapToObj(tree::getTreeItem)
                .map(TreeItem::getValue)
                .map(ExplorerNode::text)
                .toList();
    }

    private void resolved() {
        UiTest.until("the distro is resolved", () -> shell().isSettled());
    }

    private void filterAndOpen(FxRobot robot, String filter, String component) {
        robot.clickOn("#filterField").write(filter);
        UiTest.until(
                "the filter shows " + component,
                () -> rows(robot).contains(component) && rows(robot).size() < 40);
        robot.interact(() -> {
            TreeView<ExplorerNode> tree = tree(robot);
            tree.getSelectionModel().select(rows(robot).indexOf(component));
            tree.requestFocus();
        });
        robot.type(KeyCode.ENTER);
    }

    private static String inspected(FxRobot robot, String name) {
        return robot.lookup(".inspector-row").queryAll().stream()
                .filter(row -> row.lookupAll(".name").stream()
                        .anyMatch(node -> ((Label) node).getText().equals(name)))
                .flatMap(row -> row.lookupAll(".value").stream())
                .map(node -> ((Label) node).getText())
                .findFirst()
                .orElse("");
    }

    @Test
    void filterOpenEditSeeProblemUndoSaveReopen(FxRobot robot) throws Exception {
        resolved();
        assertThat(snapshot().distro().components()).hasSize(7583);
        assertThat(snapshot().distro().problems()).isEmpty();

        filterAndOpen(robot, "systemd overlay:spec-search", "systemd");
        UiTest.until("systemd's file is open", () -> editor(SYSTEMD).isPresent());
        CodeEditor editor = editor(SYSTEMD).orElseThrow();
        UiTest.until("the inspector shows systemd", () -> inspected(robot, "spec.type")
                .equals("upstream"));
        assertThat(inspected(robot, "release.calculation")).isEqualTo("auto");

        robot.interact(
                () -> EditorText.area(editor).appendText("\n[components.systemd.release]\ncalculation = \"manual\"\n"));
        UiTest.until("the inspector shows the edited value", () -> inspected(robot, "release.calculation")
                .equals("manual"));

        int type = editor.text().indexOf("spec-remove-tag");
        robot.interact(
                () -> EditorText.area(editor).replaceText(type, type + "spec-remove-tag".length(), "spec-explode"));
        UiTest.until(
                "the problem is listed", () -> snapshot().distro().problems().size() == 1);
        assertThat(snapshot().distro().problems().getFirst().place().file()).isEqualTo(SYSTEMD);
        UiTest.until(
                "the problem is marked in the text",
                () -> !robot.lookup(".squiggle").queryAll().isEmpty());
        UiTest.until(
                "the explorer marks systemd",
                () -> !robot.lookup(".tree-cell .label.error").queryAll().isEmpty());

        robot.interact(() -> EditorText.area(editor).undo());
        UiTest.until("the problem is gone", () -> snapshot().distro().problems().isEmpty());
        assertThat(editor.text()).contains("spec-remove-tag").contains("calculation = \"manual\"");

        robot.interact(() -> shell().files().save(editor));
        UiTest.until("the file is saved", () -> !editor.dirtyProperty().get());
        assertThat(Files.readString(root.resolve(SYSTEMD)))
                .isEqualTo(editor.file().mirror().fileText());

        robot.interact(() -> {
            try {
                window.close();
                window = UiTest.open(stage, folder.resolve("state"), root);
            } catch (IOException | InterruptedException e) {
                throw new IllegalStateException(e);
            }
        });
        UiTest.until("the file is open again", () -> editor(SYSTEMD).isPresent());
        resolved();
        assertThat(Objects.requireNonNull(snapshot().distro().components().get("systemd"))
                        .overlays())
                .hasSize(5);
    }

    @Test
    void anotherProgramsChangeAppearsByItself(FxRobot robot) throws IOException {
        resolved();
        Path file = root.resolve("base/comps/bash");
        Path bash;
        try (var list = Files.list(file)) {
            bash = list.filter(path -> path.toString().endsWith(".toml"))
                    .findFirst()
                    .orElseThrow();
        }
        String path = root.relativize(bash).toString();
        robot.interact(() -> shell().files().open(path, editor -> {}));
        UiTest.until("the file is open", () -> editor(path).isPresent());
        String text = Files.readString(bash);
        Files.writeString(bash, text + "\n# changed outside\n");
        UiTest.until(
                "the editor shows the change",
                () -> editor(path).orElseThrow().text().endsWith("# changed outside\n"));
        assertThat(editor(path).orElseThrow().dirtyProperty().get()).isFalse();

        robot.interact(() -> EditorText.area(editor(path).orElseThrow()).appendText("# mine\n"));
        Files.writeString(bash, text + "\n# changed again\n");
        UiTest.until(
                "the workbench asks", () -> robot.lookup("Keep mine").tryQuery().isPresent());
        robot.clickOn("Keep mine");
        UiTest.until("mine is saved", () -> Files.readString(bash).endsWith("# mine\n"));
        Files.writeString(bash, text);
    }

    @Test
    void quickSearchGoesToAComponentAndALine(FxRobot robot) {
        resolved();
        robot.press(KeyCode.CONTROL).type(KeyCode.P).release(KeyCode.CONTROL).write("kernel-headers");
        UiTest.until(
                "something is found",
                () -> !robot.lookup("#palette .list-cell .label").queryAll().isEmpty());
        UiTest.until("the search is done", () -> robot.lookup("#palette .list-cell").queryAll().stream()
                .anyMatch(cell -> cell.lookupAll(".label").stream()
                        .anyMatch(label ->
                                label instanceof Label named && named.getText().startsWith("kernel-headers"))));
        robot.type(KeyCode.ENTER);
        UiTest.until("a file is open", () -> shell().editors().current().isPresent());
    }
}
