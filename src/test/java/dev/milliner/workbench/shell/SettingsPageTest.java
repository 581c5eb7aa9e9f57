package dev.milliner.workbench.shell;

import static org.assertj.core.api.Assertions.assertThat;

import dev.milliner.workbench.base.Command;
import dev.milliner.workbench.base.Keys;
import dev.milliner.workbench.settings.AllSettings;
import dev.milliner.workbench.settings.NameSetting;
import dev.milliner.workbench.settings.OneOfSetting;
import dev.milliner.workbench.settings.Setting;
import dev.milliner.workbench.settings.SettingsPage;
import dev.milliner.workbench.settings.SettingsStore;
import dev.milliner.workbench.settings.SwitchSetting;
import dev.milliner.workbench.settings.WholeSetting;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import javafx.scene.Node;
import javafx.scene.control.CheckBox;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.Spinner;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import javafx.scene.layout.Pane;
import javafx.stage.Stage;
import org.junit.jupiter.api.Test;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.Start;

/** Settings hold at once, are kept in a file that people may edit, and are found by searching; keys are chosen by pressing them. */
class SettingsPageTest extends SampleWindow {
    @Start
    void start(Stage stage) throws IOException {
        Files.createDirectories(state());
        Files.writeString(state().resolve(SettingsStore.FILE), "# mine\n[appearance]\ntheme = \"cool\" # calm\n");
        open(stage);
    }

    private String text() {
        try {
            return Files.readString(state().resolve(SettingsStore.FILE));
        } catch (IOException gone) {
            return "";
        }
    }

    private SettingsStore settings() {
        return window().settings();
    }

    private void show(FxRobot robot) {
        UiTest.until("the distro is resolved", () -> shell().isSettled());
        robot.press(KeyCode.CONTROL).type(KeyCode.COMMA).release(KeyCode.CONTROL);
        UiTest.until(
                "the page is in front",
                () -> UiTest.onScreen(
                        () -> shell().page(SettingsPage.class).node().isVisible()));
    }

    private String sheet(FxRobot robot) {
        return UiTest.onScreen(() ->
                robot.lookup("#settings").query().getScene().getStylesheets().get(1));
    }

    @Test
    void aSchemeHoldsAtOnceAndIsWrittenBesideWhatStandsThere(FxRobot robot) throws IOException {
        show(robot);
        assertThat(sheet(robot)).endsWith("cool.css");
        ComboBox<String> box = robot.lookup("#setting-appearance-theme").queryComboBox();
        robot.interact(() -> box.setValue("warm"));
        assertThat(sheet(robot)).endsWith("warm.css");
        UiTest.until("it is written", () -> text().equals("# mine\n[appearance]\ntheme = \"warm\" # calm\n"));

        Files.writeString(state().resolve(SettingsStore.FILE), "[appearance]\ntheme = \"light\"\nscale = 9\n");
        robot.interact(() -> settings().reload());
        UiTest.until("the file holds", () -> sheet(robot).endsWith("light.css"));
        assertThat(UiTest.onScreen(box::getValue)).isEqualTo("light");
    }

    @Test
    void everySettingIsThereAndIsFoundByItsWords(FxRobot robot) {
        show(robot);
        TextField field = robot.lookup("#settings-field").queryAs(TextField.class);
        for (Setting<?> setting : AllSettings.ALL) {
            robot.interact(() -> field.setText(setting.label()));
            Node control =
                    robot.lookup("#setting-" + setting.path().replace('.', '-')).query();
            assertThat(UiTest.onScreen(() -> control.getParent().isVisible()))
                    .as(setting.path())
                    .isTrue();
        }
        robot.interact(() -> field.setText("no such setting"));
        assertThat(UiTest.onScreen(() -> robot.lookup("#settings .setting-row").queryAll().stream()
                        .noneMatch(Node::isVisible)))
                .isTrue();
        assertThat(UiTest.onScreen(() -> robot.lookup("#settings .panel-heading-row").queryAll().stream()
                        .noneMatch(Node::isVisible)))
                .as("no heading stands over nothing")
                .isTrue();
        assertThat(UiTest.onScreen(
                        () -> robot.lookup("#settings-nothing").query().isVisible()))
                .isTrue();
    }

    /** What a control shows as chosen. */
    private Object shown(FxRobot robot, Setting<?> setting) {
        Node control =
                robot.lookup("#setting-" + setting.path().replace('.', '-')).query();
        return switch (control) {
            case ComboBox<?> box -> String.valueOf(box.getValue());
            case CheckBox box -> box.isSelected();
            case Pane both -> ((Spinner<?>) both.getChildrenUnmodifiable().getFirst()).getValue();
            default -> throw new AssertionError(setting.path() + " has no control that is known here");
        };
    }

    private <T> void walk(FxRobot robot, Setting<T> setting, Object other, String written) throws IOException {
        int dot = setting.path().lastIndexOf('.');
        String table = "# mine\n[" + setting.path().substring(0, dot) + "]\n";
        String key = setting.path().substring(dot + 1) + " = ";
        String sound = table + key + written + " # why\n";
        follow(robot, setting, other, sound);
        assertThat(UiTest.onScreen(() -> shown(robot, setting))).isEqualTo(other);

        String bad = table + key + "[\"no\"] # mistaken\n";
        follow(robot, setting, setting.first(), bad);
        assertThat(text()).as("what stands there stays").isEqualTo(bad);

        follow(robot, setting, other, sound);
        robot.interact(() -> settings().set(setting, setting.first()));
        UiTest.until(setting.path() + " is written", () -> !text().contains(key + written));
        assertThat(text()).startsWith(table).contains("# why");
        assertThat(UiTest.onScreen(() -> shown(robot, setting))).isEqualTo(setting.first());
    }

    private <T> void follow(FxRobot robot, Setting<T> setting, Object wanted, String written) throws IOException {
        Files.writeString(state().resolve(SettingsStore.FILE), written);
        robot.interact(() -> settings().reload());
        UiTest.until(
                setting.path() + " is " + wanted, () -> settings().get(setting).equals(wanted));
    }

    @Test
    void everySettingFollowsTheFileAndIsKeptInIt(FxRobot robot) throws IOException {
        show(robot);
        for (Setting<?> setting : AllSettings.ALL) {
            switch (setting) {
                case NameSetting name -> walk(robot, name, "warm", "\"warm\"");
                case OneOfSetting words -> walk(robot, words, "reduced", "\"reduced\"");
                case WholeSetting whole -> walk(robot, whole, whole.most(), String.valueOf(whole.most()));
                case SwitchSetting one -> walk(robot, one, !one.first(), String.valueOf(!one.first()));
            }
        }
    }

    @Test
    void everyCommandHasItsKeysHere(FxRobot robot) {
        show(robot);
        for (Command command : shell().commands().all()) {
            assertThat(robot.lookup(node -> ("keys-" + command.id()).equals(node.getId()))
                            .tryQuery())
                    .as(command.id())
                    .isPresent();
        }
    }

    private Node keys(FxRobot robot, String command) {
        return robot.lookup(node -> ("keys-" + command).equals(node.getId())).query();
    }

    @Test
    void keysAreChosenByPressingThemAndConflictsAreNamed(FxRobot robot) {
        show(robot);
        robot.interact(() -> ((javafx.scene.control.Button) keys(robot, "go.filter")).fire());
        robot.interact(() -> keys(robot, "go.filter").requestFocus());
        robot.press(KeyCode.CONTROL)
                .press(KeyCode.ALT)
                .type(KeyCode.J)
                .release(KeyCode.ALT)
                .release(KeyCode.CONTROL);
        UiTest.until(
                "they are kept", () -> text().contains("\"go.filter\" = \"Ctrl+Alt+J\"") || text().contains("Alt+J"));
        assertThat(UiTest.onScreen(() -> Keys.words(
                        shell().commands().find("go.filter").orElseThrow().key().orElseThrow())))
                .contains("Alt")
                .endsWith("J");

        robot.interact(() -> settings().setKeys("go.filter", "Ctrl+S"));
        assertThat(UiTest.onScreen(() ->
                        robot.lookup(".settings-told").queryAs(Label.class).getText()))
                .isEqualTo("Ctrl+S is for \"Filter the explorer\", so \"Save\" has no keys.");
        assertThat(shell().commands().find("file.save").orElseThrow().key()).isEmpty();
        robot.interact(() -> settings().setKeys("go.filter", "Ctrl+E"));
        assertThat(shell().commands().find("file.save").orElseThrow().key()).isPresent();
    }

    @Test
    void theFileIsOpenedInTheEditor(FxRobot robot) {
        show(robot);
        robot.interact(() -> robot.lookup("#settings-file").queryButton().fire());
        Path file = state().resolve(SettingsStore.FILE);
        UiTest.until(
                "it is open",
                () -> UiTest.onScreen(
                        () -> shell().editors().find(file.toString()).isPresent()));
    }

    @Test
    void codeIsShownInTheChosenSize(FxRobot robot) {
        UiTest.until("the distro is resolved", () -> shell().isSettled());
        robot.interact(() -> shell().files().open("azldev.toml", editor -> {}));
        UiTest.until(
                "it is open",
                () -> UiTest.onScreen(
                        () -> shell().editors().find("azldev.toml").isPresent()));
        robot.interact(() -> settings().set(AllSettings.TEXT_SIZE, 200));
        assertThat(UiTest.onScreen(() ->
                        shell().editors().find("azldev.toml").orElseThrow().lineHeight()))
                .isEqualTo(38);
    }
}
