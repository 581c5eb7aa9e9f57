package dev.milliner.workbench.shell;

import static org.assertj.core.api.Assertions.assertThat;

import dev.milliner.SharedMaterial;
import dev.milliner.image.ImagePlan;
import dev.milliner.image.PlannedPackage;
import dev.milliner.workbench.image.ImagePage;
import dev.milliner.workbench.image.PackageRow;
import dev.milliner.workbench.words.Wording;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Hyperlink;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.control.MenuButton;
import javafx.scene.control.TabPane;
import javafx.scene.control.TreeItem;
import javafx.scene.control.TreeTableView;
import javafx.scene.input.KeyCode;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;
import javafx.stage.Stage;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;

/** What vm-base would hold, why, and what leaves with a line of its description. */
@ExtendWith(ApplicationExtension.class)
class ImagePageTest {
    @TempDir
    static Path folder;

    private WorkbenchWindow window;

    @BeforeAll
    static void unpack() throws IOException {
        SharedMaterial.unpack("azurelinux/azurelinux-tomls.tar.xz", folder.resolve("azurelinux"));
        UiTest.commit(folder.resolve("azurelinux"));
    }

    @Start
    void start(Stage stage) throws IOException {
        window = UiTest.open(stage, folder.resolve("state"), folder.resolve("azurelinux"));
    }

    @AfterEach
    void close(FxRobot robot) {
        robot.interact(() -> {
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

    private ImagePlan plan() {
        return Objects.requireNonNull(shell().page(ImagePage.class).plan("vm-base"));
    }

    private static TreeTableView<PackageRow> table(FxRobot robot) {
        return robot.lookup("#image #packages").query();
    }

    /** The rows that are not folded away, from top to bottom. */
    private static List<PackageRow> rows(FxRobot robot) {
        return UiTest.onScreen(() -> IntStream.range(0, table(robot).getExpandedItemCount())
                .mapToObj(row -> table(robot).getTreeItem(row).getValue())
                .toList());
    }

    private static void select(FxRobot robot, String name) {
        List<PackageRow> rows = rows(robot);
        int row = IntStream.range(0, rows.size())
                .filter(index -> rows.get(index).name().equals(name))
                .findFirst()
                .orElseThrow();
        robot.interact(() -> table(robot).getSelectionModel().select(row));
    }

    @Test
    void sortFilterFindWhyRemoveAndUndo(FxRobot robot) {
        UiTest.until("the distro is resolved", () -> shell().isSettled());
        robot.interact(() -> {
            shell().page(ImagePage.class)
                    .useRepositories("scale=" + SharedMaterial.folder().resolve("corpus/rpm-metadata/scale"));
            shell().showPage("image");
            shell().page(ImagePage.class).choose("vm-base");
        });
        UiTest.until("vm-base is planned", () -> shell().page(ImagePage.class).plan("vm-base") != null);
        UiTest.until("the exact sizes are there", () -> shell().isSettled());
        assertThat(plan().packages()).hasSizeGreaterThan(300);
        int before = plan().packages().size();

        PlannedPackage largest = rows(robot).getFirst().one().orElseThrow();
        assertThat(largest.addedSize())
                .isEqualTo(plan().packages().stream()
                        .mapToLong(PlannedPackage::addedSize)
                        .max()
                        .orElseThrow());

        severalAtOnce(robot);
        groupsFold(robot);

        robot.clickOn("#image #filterField").write("perl-libs");
        UiTest.until(
                "the filter shows perl-libs",
                () -> rows(robot).size() < 5
                        && rows(robot).stream().anyMatch(one -> one.name().equals("perl-libs")));
        robot.interact(() -> table(robot).getSelectionModel().selectFirst());
        UiTest.until(
                "the details say why",
                () -> robot.lookup("#image .inspector-row .label").queryAllAs(Label.class).stream()
                        .anyMatch(label -> label.getText().contains("→ perl-libs")));

        PlannedPackage asked = plan().packages().stream()
                .filter(PlannedPackage::asked)
                .max(java.util.Comparator.comparingLong(PlannedPackage::addedSize))
                .orElseThrow();
        robot.interact(() -> ((javafx.scene.control.TextField)
                        robot.lookup("#image #filterField").query())
                .setText(asked.name()));
        select(robot, asked.name());
        robot.clickOn("Remove from the description");
        UiTest.until("the set shrinks", () -> plan().packages().size() < before && shell().isSettled());
        assertThat(plan().find(asked.name()).map(PlannedPackage::asked).orElse(false))
                .isFalse();

        compareWithHead(robot, false);
        assertThat(changes(robot)).anyMatch(line -> line.startsWith(asked.name() + " removed"));
        assertThat(robot.lookup("#image .tile-shrunk .label").queryAllAs(Label.class))
                .extracting(Label::getText)
                .anyMatch(text -> text.contains("−"));

        robot.interact(() -> {
            ((TabPane) robot.lookup("#image .tab-pane").query())
                    .getSelectionModel()
                    .selectFirst();
            table(robot).requestFocus();
        });
        robot.press(KeyCode.CONTROL, KeyCode.Z).release(KeyCode.Z, KeyCode.CONTROL);
        UiTest.until("the set is back", () -> plan().packages().size() == before && shell().isSettled());
        compareWithHead(robot, true);

        addAndExport(robot);
    }

    /** What leaves with two packages at once is at least what leaves with the larger of them. */
    private void severalAtOnce(FxRobot robot) {
        List<PlannedPackage> two = rows(robot).stream()
                .flatMap(row -> row.one().stream())
                .filter(PlannedPackage::asked)
                .limit(2)
                .toList();
        robot.interact(() -> table(robot).getSelectionModel().clearSelection());
        two.forEach(one -> select(robot, one.name()));
        UiTest.until(
                "what leaves is told",
                () -> shell().isSettled()
                        && robot.lookup("#image .inspector-row .label").queryAllAs(Label.class).stream()
                                .anyMatch(label -> label.getText().matches("−.* packages?")));
        List<String> links = robot.lookup("#image .inspector-row .hyperlink").queryAllAs(Hyperlink.class).stream()
                .map(Hyperlink::getText)
                .toList();
        assertThat(links).contains(two.get(0).name(), two.get(1).name());
        robot.interact(() -> table(robot).getSelectionModel().clearSelection());
    }

    /** Rows of groups are folded, unfold by the keyboard, and the map is put together likewise. */
    private void groupsFold(FxRobot robot) {
        ComboBox<?> grouping = robot.lookup("#image #package-grouping").query();
        robot.interact(grouping::requestFocus);
        robot.type(KeyCode.DOWN).type(KeyCode.DOWN);
        List<PackageRow> components = rows(robot);
        assertThat(components)
                .hasSizeBetween(50, plan().packages().size() - 1)
                .allMatch(PackageRow.Group.class::isInstance);
        assertThat(components.stream().mapToLong(PackageRow::size).sum()).isEqualTo(plan().size());
        assertThat(components.getFirst().size())
                .isEqualTo(components.stream().mapToLong(PackageRow::size).max().orElseThrow());
        assertThat(robot.lookup("#image .treemap .tile .label").queryAllAs(Label.class))
                .extracting(Label::getText)
                .anyMatch(text -> text.startsWith(components.getFirst().name()));
        robot.interact(() -> {
            table(robot).requestFocus();
            table(robot).getSelectionModel().clearAndSelect(0);
        });
        robot.type(KeyCode.RIGHT);
        int first = components.getFirst().packages().size();
        UiTest.until("it is unfolded", () -> rows(robot).size() == components.size() + first);
        assertThat(rows(robot).get(1)).isInstanceOf(PackageRow.One.class);
        robot.type(KeyCode.LEFT);
        UiTest.until("it is folded", () -> rows(robot).size() == components.size());
        robot.interact(grouping::requestFocus);
        robot.type(KeyCode.UP).type(KeyCode.UP);
        UiTest.until(
                "each stands by itself",
                () -> rows(robot).size() == plan().packages().size());
    }

    private static void compareWithHead(FxRobot robot, boolean same) {
        robot.interact(() -> ((MenuButton) robot.lookup("#image #compareButton").query())
                .getItems()
                .getFirst()
                .fire());
        UiTest.until("the difference is shown", () -> changes(robot).isEmpty() == same);
    }

    /** The packages of the comparison, each with what became of it. */
    private static List<String> changes(FxRobot robot) {
        TreeTableView<?> tree = robot.lookup("#image #comparison").query();
        return tree.getRoot().getChildren().stream()
                .flatMap(group -> group.getChildren().stream())
                .map(item -> tree.getColumns().get(0).getCellData(rowOf(tree, item)) + " "
                        + tree.getColumns().get(1).getCellData(rowOf(tree, item)))
                .toList();
    }

    @SuppressWarnings("unchecked")
    private static <T> int rowOf(TreeTableView<T> tree, TreeItem<?> item) {
        return tree.getRow((TreeItem<T>) item);
    }

    /** What is offered to be added, a line each: the name and what it would bring. */
    private static String offers(FxRobot robot) {
        return UiTest.onScreen(() -> robot.lookup("#packageOffers .list-cell").queryAllAs(ListCell.class).stream()
                .map(ListCell::getGraphic)
                .filter(VBox.class::isInstance)
                .map(box -> ((HBox) ((VBox) box).getChildren().getFirst())
                        .getChildren().stream()
                                .map(label -> ((Label) label).getText())
                                .collect(Collectors.joining(" ")))
                .collect(Collectors.joining("\n")));
    }

    private void addAndExport(FxRobot robot) {
        robot.interact(() -> {
            ((TabPane) robot.lookup("#image .tab-pane").query())
                    .getSelectionModel()
                    .selectFirst();
            table(robot).getSelectionModel().clearSelection();
        });
        int before = plan().packages().size();
        robot.clickOn("#addPackage").write("nothing-of-that-name");
        UiTest.until("that is said", () -> robot.lookup("#image .label").queryAllAs(Label.class).stream()
                .anyMatch(label -> label.getText().startsWith("No repository has a package with")));
        robot.type(KeyCode.ESCAPE).write("zs");
        UiTest.until("what zsh would bring is told", () -> offers(robot).contains("zsh +") && shell().isSettled());
        assertThat(offers(robot)).startsWith("zsh +").doesNotContain("…");
        String told = offers(robot).lines().findFirst().orElseThrow();
        robot.type(KeyCode.DOWN).type(KeyCode.ENTER);
        UiTest.until("zsh is there", () -> plan().find("zsh").isPresent() && shell().isSettled());
        assertThat(told)
                .endsWith(", "
                        + Wording.counted("count.package", plan().packages().size() - before));
        String text = shell().editors().current().orElseThrow().text();
        assertThat(text).contains("<package name=\"zsh\" />");
        robot.interact(() -> ((MenuButton) robot.lookup("#image #exportButton").query())
                .getItems()
                .getFirst()
                .fire());
        Path table = Path.of("target/exports/vm-base.csv");
        UiTest.until("the table is written", () -> Files.exists(table));
        assertThat(table).content().contains("\r\nzsh,");
    }
}
