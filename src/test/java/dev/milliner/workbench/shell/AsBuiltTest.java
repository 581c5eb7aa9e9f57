package dev.milliner.workbench.shell;

import static org.assertj.core.api.Assertions.assertThat;

import dev.milliner.build.history.BuildHistory;
import dev.milliner.build.history.BuildStore;
import dev.milliner.build.host.EngineKind;
import dev.milliner.build.run.Artifact;
import dev.milliner.build.run.BuildRequest;
import dev.milliner.build.run.BuildResult;
import dev.milliner.build.run.BuildTarget;
import dev.milliner.build.run.Outcome;
import dev.milliner.distro.Distro;
import dev.milliner.distro.DistroLoader;
import dev.milliner.image.ArtifactTools;
import dev.milliner.level.LevelCounts;
import dev.milliner.rpm.Level;
import dev.milliner.source.DiskTree;
import dev.milliner.workbench.base.Choices;
import dev.milliner.workbench.image.ImagePage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javafx.scene.control.Label;
import javafx.scene.control.TabPane;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.TreeItem;
import javafx.scene.control.TreeTableView;
import javafx.scene.input.KeyCode;
import javafx.stage.Stage;
import org.junit.jupiter.api.Test;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.Start;

/** What the newest build of an image, or a file that is chosen, shows of its level: totals, packages and files. */
class AsBuiltTest extends SampleWindow {
    private static final Path PROBES =
            Path.of("src/test/resources/dev/milliner/level/probes/made").toAbsolutePath();
    private static final String IMAGE = "bowler-container";

    private Optional<Path> answer = Optional.empty();

    @Start
    void start(Stage stage) throws IOException {
        open(stage);
    }

    @Override
    Choices answers() {
        return new UiTest.Answers() {
            @Override
            public Optional<Path> openFile(String title) {
                return answer;
            }
        };
    }

    private Path archive() throws IOException {
        ArtifactTools.assume("tar");
        Path root = Files.createDirectories(folder.resolve("root"));
        ArtifactTools.sh(
                root,
                "mkdir -p opt; cp " + PROBES + "/plain " + PROBES + "/high " + PROBES
                        + "/noted opt; tar -cf ../built.tar .");
        return folder.resolve("built.tar");
    }

    /** The history as a build leaves it. */
    private void built(Path artifact) throws IOException {
        Distro distro = new DistroLoader().load(new DiskTree(tree()));
        BuildStore store = new Folders(state(), state()).buildStore();
        BuildHistory history = store.history();
        history.begin(
                "one",
                new BuildRequest(distro, new BuildTarget.OfImage(IMAGE), Level.V3, Optional.empty(), EngineKind.LOCAL),
                store.folder().resolve("one"));
        history.end(
                new BuildResult(
                        "one",
                        IMAGE,
                        Outcome.SUCCEEDED,
                        Instant.now(),
                        Duration.ofSeconds(1),
                        List.of(new Artifact("container", artifact, Files.size(artifact))),
                        List.of(),
                        LevelCounts.NONE,
                        List.of(),
                        store.folder().resolve("one/build.log"),
                        Optional.empty()),
                Map.of());
    }

    private void look(FxRobot robot) {
        UiTest.until("the distro is resolved", () -> shell().isSettled());
        robot.interact(() -> {
            shell().showPage("image");
            shell().page(ImagePage.class).choose(IMAGE);
            ((TabPane) robot.lookup("#image .tab-pane").query())
                    .getSelectionModel()
                    .selectLast();
        });
    }

    private static boolean says(FxRobot robot, String words) {
        return robot.lookup("#image .empty-state").queryAllAs(Label.class).stream()
                .anyMatch(label -> label.isVisible() && label.getText().contains(words));
    }

    private static TreeTableView<?> tree(FxRobot robot) {
        return robot.lookup("#image #evidence").query();
    }

    private static List<String> chips(FxRobot robot) {
        return robot.lookup("#image .chip").queryAllAs(ToggleButton.class).stream()
                .map(ToggleButton::getText)
                .toList();
    }

    @Test
    void whetherTheRootHashOfADiskMatchesIsTold(FxRobot robot) throws IOException {
        ArtifactTools.assume("mksquashfs", "unsquashfs", "veritysetup", "mke2fs", "sfdisk");
        Path root = Files.createDirectories(folder.resolve("root"));
        ArtifactTools.sh(root, "mkdir -p opt usr/lib; echo ID=x > usr/lib/os-release; cp " + PROBES + "/plain opt");
        ArtifactTools.sh(
                folder,
                "mksquashfs root f -quiet -no-progress; mkdir boot; echo kernel > boot/vmlinuz; echo \"APPEND roothash=$("
                        + "veritysetup format --hash-offset=$(stat -c %s f) f f | sed -n 's/^Root hash:[[:space:]]*//p')\""
                        + " > boot/extlinux.conf; truncate -s 8M b; mke2fs -q -d boot b; truncate -s 20M built.raw;"
                        + " printf 'label: dos\\nstart=2048, size=16384\\nstart=18432\\n' | sfdisk -q built.raw;"
                        + " dd if=b of=built.raw bs=1M seek=1 conv=notrunc status=none;"
                        + " dd if=f of=built.raw bs=1M seek=9 conv=notrunc status=none");
        UiTest.until("the distro is resolved", () -> shell().isSettled());
        built(folder.resolve("built.raw"));
        look(robot);
        UiTest.until("it is read", () -> !tree(robot).getRoot().getChildren().isEmpty() && shell().isSettled());
        assertThat(robot.lookup("#image .chip.good").queryAllAs(Label.class))
                .singleElement()
                .satisfies(label -> {
                    assertThat(label.getText()).isEqualTo("Verity root hash matches");
                    assertThat(label.getTooltip().getText()).contains("Partition 2 (squashfs)", "/boot/extlinux.conf");
                });
    }

    @Test
    void whatTheNewestBuildShowsIsTotalledAndListed(FxRobot robot) throws IOException {
        Path archive = archive();
        UiTest.until("the distro is resolved", () -> shell().isSettled());
        built(archive);
        look(robot);
        UiTest.until("it is read", () -> !tree(robot).getRoot().getChildren().isEmpty() && shell().isSettled());
        assertThat(chips(robot))
                .anyMatch(text -> text.startsWith("Proved x86-64-v3  1 file · "))
                .anyMatch(text -> text.startsWith("Likely x86-64-v3  1 file · "))
                .anyMatch(text -> text.startsWith("Compiled for less  1 file · "));
        TreeItem<?> group = tree(robot).getRoot().getChildren().getFirst();
        assertThat(group.getChildren()).hasSize(3);

        robot.clickOn(robot.lookup("#image .chip").queryAllAs(ToggleButton.class).stream()
                .filter(chip -> chip.getText().startsWith("Compiled"))
                .findFirst()
                .orElseThrow());
        assertThat(tree(robot).getRoot().getChildren().getFirst().getChildren()).hasSize(1);
        robot.interact(() -> {
            tree(robot).requestFocus();
            tree(robot).getSelectionModel().select(0);
        });
        robot.press(KeyCode.RIGHT).release(KeyCode.RIGHT).press(KeyCode.DOWN).release(KeyCode.DOWN);
        Label sentence = robot.lookup("#evidence-sentence").query();
        UiTest.until("the file's sentence is told", () -> sentence.getText().startsWith("/opt/plain: 0 of "));
    }

    @Test
    void withoutABuildAFileIsChosenAndOneThatIsNoneIsRefused(FxRobot robot) throws IOException {
        look(robot);
        UiTest.until("nothing is built", () -> says(robot, "No build of this image is here"));
        Path none = Files.writeString(folder.resolve("none"), "nothing");
        answer = Optional.of(none);
        robot.clickOn("#image #chooseButton");
        UiTest.until("it is refused", () -> says(robot, none + " cannot be inspected"));
        answer = Optional.of(archive());
        robot.clickOn("#image #chooseButton");
        UiTest.until("it is read", () -> !tree(robot).getRoot().getChildren().isEmpty());
    }
}
