package dev.milliner.workbench.shell;

import static org.assertj.core.api.Assertions.assertThat;

import dev.milliner.ground.Failures.Failure;
import dev.milliner.ground.Release;
import dev.milliner.workbench.base.Choices;
import dev.milliner.workbench.settings.AllSettings;
import java.io.IOException;
import java.net.URI;
import java.nio.file.FileSystem;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;
import javafx.scene.control.Label;
import javafx.scene.control.ListView;
import javafx.scene.control.TextArea;
import javafx.scene.input.KeyCode;
import javafx.stage.Stage;
import org.junit.jupiter.api.Test;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.Start;

/** A report of a problem is looked through part by part, and only what was left in it is saved. */
class ReportTest extends SampleWindow {
    private Optional<Path> target = Optional.empty();

    @Start
    void start(Stage stage) throws IOException {
        open(stage);
    }

    @Override
    Choices answers() {
        return new UiTest.Answers() {
            @Override
            public Optional<Path> saveFile(String suggestedName) {
                assertThat(suggestedName).isEqualTo("milliner-report.zip");
                return target;
            }
        };
    }

    private void report(FxRobot robot) {
        UiTest.until("the distro is resolved", () -> shell().isSettled());
        robot.interact(() -> shell().palette().open(">report a problem"));
        UiTest.until("quick search has answered", shell().palette()::isSettled);
        robot.type(KeyCode.ENTER);
        UiTest.until("its parts are there", () -> !parts(robot).getItems().isEmpty());
    }

    private static ListView<?> parts(FxRobot robot) {
        return robot.lookup("#report-parts").queryListView();
    }

    private static String text(FxRobot robot) {
        return UiTest.onScreen(
                () -> robot.lookup("#report-text").queryAs(TextArea.class).getText());
    }

    private void choose(FxRobot robot, String title) {
        robot.interact(() -> {
            for (int i = 0; i < parts(robot).getItems().size(); i++) {
                if (parts(robot).getItems().get(i).toString().equals(title)) {
                    parts(robot).getSelectionModel().clearAndSelect(i);
                }
            }
            parts(robot).requestFocus();
        });
    }

    private void save(FxRobot robot, Path file) {
        target = Optional.of(file);
        robot.interact(() -> robot.lookup("#report-save").queryButton().fire());
    }

    private static String said(FxRobot robot) {
        return UiTest.onScreen(
                () -> robot.lookup("#report-said").queryAs(Label.class).getText());
    }

    private static Map<String, String> read(Path zip) throws IOException {
        Map<String, String> texts = new TreeMap<>();
        try (FileSystem files = FileSystems.newFileSystem(URI.create("jar:" + zip.toUri()), Map.of());
                Stream<Path> all = Files.walk(files.getPath("/milliner-report"))) {
            for (Path file : all.filter(Files::isRegularFile).toList()) {
                texts.put(String.valueOf(file.getFileName()), Files.readString(file));
            }
        }
        return texts;
    }

    @Test
    void whatIsShownIsWhatIsSaved(FxRobot robot) throws IOException {
        robot.interact(() -> window().settings().set(AllSettings.TEXT_SIZE, 200));
        report(robot);
        choose(robot, "Milliner, Java and the system");
        assertThat(text(robot))
                .contains("Milliner: " + Release.VERSION, "Java: " + System.getProperty("java.runtime.version"));
        choose(robot, "Settings that you chose");
        assertThat(text(robot)).isEqualTo("editor.text-size = 200");
        choose(robot, "What this machine can build");
        assertThat(text(robot)).contains("rpmbuild", "gcc");
        robot.type(KeyCode.SPACE);
        choose(robot, "What happened, in your words");
        robot.interact(
                () -> robot.lookup("#report-text").queryAs(TextArea.class).setText("I pressed F9.\nNothing happened."));
        Path file = folder.resolve("mine/told.zip");
        save(robot, file);
        UiTest.until("it is saved", () -> said(robot).equals("4 parts saved as " + file + "."));

        Map<String, String> texts = read(file);
        assertThat(texts.keySet()).containsExactly("log.txt", "settings.txt", "system.txt", "what-happened.txt");
        assertThat(texts.get("what-happened.txt")).isEqualTo("I pressed F9.\nNothing happened.\n");
        assertThat(texts.get("settings.txt")).isEqualTo("editor.text-size = 200\n");
        assertThat(String.join("", texts.values()))
                .doesNotContain(
                        Objects.requireNonNull(System.getProperty("user.home")).equals("/")
                                ? "\0"
                                : System.getProperty("user.home") + "/");
    }

    @Test
    void namesOfTheDistrosFilesAreInItOnlyWhereTheyAreTicked(FxRobot robot) throws IOException {
        report(robot);
        Path without = folder.resolve("without.zip");
        save(robot, without);
        UiTest.until("it is saved", () -> said(robot).endsWith(without + "."));
        assertThat(read(without)).doesNotContainKeys("files.txt", "what-happened.txt");

        choose(robot, "Names of the distro's files");
        assertThat(text(robot)).contains("comps/greet/greet.comp.toml").doesNotContain(tree().toString());
        robot.type(KeyCode.SPACE);
        Path with = folder.resolve("with.zip");
        save(robot, with);
        UiTest.until("it is saved", () -> said(robot).endsWith(with + "."));
        assertThat(read(with).get("files.txt")).contains("azldev.toml\n");
    }

    @Test
    void whatCannotBeWrittenIsSaid(FxRobot robot) throws IOException {
        report(robot);
        Path file = Files.writeString(folder.resolve("file"), "").resolve("report.zip");
        save(robot, file);
        UiTest.until("it says why", () -> said(robot).contains(file.toString()));
        assertThat(UiTest.onScreen(() -> robot.lookup("#report-said").query().getStyleClass()))
                .contains("error");
        robot.type(KeyCode.ESCAPE);
        assertThat(robot.lookup("#report").tryQuery()).isEmpty();
    }

    @Test
    void aFailureOffersIt(FxRobot robot) {
        UiTest.until("the distro is resolved", () -> shell().isSettled());
        robot.interact(() -> shell().notices().failed(new Failure("Looking", new IllegalStateException("on purpose"))));
        robot.clickOn("Report…");
        UiTest.until("its parts are there", () -> !parts(robot).getItems().isEmpty());
    }
}
