package dev.milliner.workbench.shell;

import static org.assertj.core.api.Assertions.assertThat;

import dev.milliner.SharedMaterial;
import dev.milliner.image.ImagePlan;
import dev.milliner.workbench.image.ImagePage;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.input.KeyCode;
import javafx.stage.Stage;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;

/** An image is chosen, its map walked, a package removed and put back, by keys alone. */
@ExtendWith(ApplicationExtension.class)
class KeyboardImageTest {
    @TempDir
    @SuppressWarnings("NullAway.Init")
    static Path folder;

    @SuppressWarnings("NullAway.Init")
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
            window.close();
            return null;
        });
    }

    private Shell shell() {
        return Objects.requireNonNull(window.shell());
    }

    private ImagePage page() {
        return shell().page(ImagePage.class);
    }

    private int packages() {
        ImagePlan plan = page().plan("vm-base");
        return plan == null ? 0 : plan.packages().size();
    }

    @Test
    void anImageIsChosenWalkedChangedAndPutBack(FxRobot robot) {
        UiTest.until("the distro is resolved", () -> shell().isSettled());
        Keyboard keys = new Keyboard(robot, window.scene());
        keys.press(KeyCode.DIGIT4, KeyCode.CONTROL);
        keys.goTo("repositoryField");
        keys.press(KeyCode.A, KeyCode.CONTROL);
        robot.write("scale=" + SharedMaterial.folder().resolve("corpus/rpm-metadata/scale"));
        UiTest.type(robot, KeyCode.ENTER);
        keys.press(KeyCode.TAB, KeyCode.SHIFT);
        keys.goTo("imageBox");
        for (int step = 0; step < 40 && packages() == 0; step++) {
            UiTest.type(robot, KeyCode.DOWN);
            UiTest.until("it is planned", () -> page().isSettled());
        }
        UiTest.until("vm-base is planned", () -> packages() > 300 && shell().isSettled());
        int before = packages();
        keys.goTo("the map", node -> node.getStyleClass().contains("treemap"));
        Node map = keys.owner().orElseThrow();
        String first = remove(robot, keys, map);
        UiTest.until("it is gone: " + first, () -> shell().isSettled() && packages() < before);
        keys.press(KeyCode.Z, KeyCode.CONTROL);
        UiTest.until("it is back: " + first, () -> shell().isSettled() && packages() == before);
        reached(robot);
    }

    /** Goes through the map until it is at a package that the description asks for, and removes that. */
    private static String remove(FxRobot robot, Keyboard keys, Node map) {
        for (int tile = 0; tile < 59; tile++) {
            UiTest.type(robot, KeyCode.RIGHT);
            boolean asked = UiTest.onScreen(() -> !robot.lookup("Remove from the description")
                    .queryAllAs(Button.class)
                    .isEmpty());
            if (asked) {
                keys.goTo(
                        "the button",
                        node -> node instanceof Button button
                                && "Remove from the description".equals(button.getText()));
                UiTest.type(robot, KeyCode.SPACE);
                return "tile " + tile;
            }
        }
        throw new AssertionError("No tile in " + map + " is of a package that was asked for.");
    }

    private void reached(FxRobot robot) {
        TabWalk walk = new TabWalk(robot, window.scene()).around();
        Set<String> wrong = new TreeSet<>(walk.trapped());
        wrong.addAll(walk.unseen());
        robot.interact(
                () -> Pressable.in(Objects.requireNonNull(robot.lookup("#image").query())).stream()
                        .filter(node -> !walk.reached().contains(node))
                        .map(Pressable::words)
                        .forEach(wrong::add));
        assertThat(wrong)
                .allMatch(words -> words.contains("column-header")
                        || words.contains("split-pane-divider")
                        || words.contains(" tile"));
    }
}
