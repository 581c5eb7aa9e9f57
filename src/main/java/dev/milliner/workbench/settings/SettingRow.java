package dev.milliner.workbench.settings;

import dev.milliner.workbench.words.Wording;
import dev.milliner.workbench.words.Words;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.CheckBox;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.Spinner;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import javafx.util.StringConverter;

/** One setting: what it is called and does, what is chosen, and the way back to what holds at first. */
final class SettingRow {
    private static final double CONTROL_WIDTH = 190;

    private final Setting<?> setting;
    private final Runnable follow;
    private final Button back = new Button(Wording.of("settings.row.reset"));
    private final HBox root;

    private SettingRow(Setting<?> setting, Region control, Runnable follow, Runnable reset) {
        this.setting = setting;
        this.follow = follow;
        Label name = new Label(setting.label());
        name.getStyleClass().add("strong");
        Label meaning = new Label(setting.meaning());
        meaning.getStyleClass().addAll("second", "small");
        meaning.setWrapText(true);
        meaning.setMinHeight(Region.USE_PREF_SIZE);
        VBox words = new VBox(3, name, meaning);
        words.setMinWidth(0);
        HBox.setHgrow(words, Priority.ALWAYS);
        // Else a meaning of two lines would take of its room, and it stood out of line.
        control.setMinWidth(CONTROL_WIDTH);
        control.setPrefWidth(CONTROL_WIDTH);
        control.setId("setting-" + setting.path().replace('.', '-'));
        back.getStyleClass().setAll("button", "plain-button", "small-button");
        back.setTooltip(new Tooltip(Wording.of("settings.row.back", setting.first())));
        back.setMinWidth(Region.USE_PREF_SIZE);
        back.setOnAction(event -> reset.run());
        root = new HBox(12, words, back, control);
        root.setAlignment(Pos.CENTER_LEFT);
        root.getStyleClass().add("setting-row");
    }

    /** The row of a setting. */
    static SettingRow of(Setting<?> setting, SettingsStore store, List<String> themes, Function<String, String> label) {
        return switch (setting) {
            case NameSetting name -> name(name, store, themes, label);
            case OneOfSetting one -> name(one, store, one.words(), SettingRow::wordLabel);
            case WholeSetting whole -> whole(whole, store);
            case SwitchSetting one -> switched(one, store);
        };
    }

    private static String wordLabel(String word) {
        return word.equals(AllSettings.DESKTOP) ? Wording.of("settings.row.desktop-set") : Words.capital(word);
    }

    private static SettingRow name(
            Setting<String> setting, SettingsStore store, List<String> names, Function<String, String> label) {
        ComboBox<String> box = new ComboBox<>();
        box.getItems().setAll(names);
        box.setConverter(new StringConverter<>() {
            @Override
            public String toString(String name) {
                return name == null ? "" : label.apply(name);
            }

            @Override
            public String fromString(String text) {
                return text;
            }
        });
        box.setOnAction(event -> {
            if (box.getValue() != null) {
                store.set(setting, box.getValue());
            }
        });
        return new SettingRow(
                setting, box, () -> box.setValue(store.get(setting)), () -> store.set(setting, setting.first()));
    }

    private static SettingRow whole(WholeSetting setting, SettingsStore store) {
        Spinner<Integer> spinner = new Spinner<>(setting.least(), setting.most(), store.get(setting), setting.step());
        spinner.setPrefWidth(CONTROL_WIDTH - 30);
        spinner.setEditable(false);
        spinner.valueProperty().subscribe(value -> store.set(setting, value));
        Label unit = new Label(setting.unit());
        unit.getStyleClass().add("second");
        HBox both = new HBox(8, spinner, unit);
        both.setAlignment(Pos.CENTER_LEFT);
        return new SettingRow(
                setting,
                both,
                () -> spinner.getValueFactory().setValue(store.get(setting)),
                () -> store.set(setting, setting.first()));
    }

    private static SettingRow switched(SwitchSetting setting, SettingsStore store) {
        CheckBox box = new CheckBox();
        box.setAccessibleText(setting.label());
        box.setTooltip(new Tooltip(setting.label()));
        // A subscription is told what is chosen at once.
        box.setSelected(store.get(setting));
        box.selectedProperty().subscribe(on -> store.set(setting, on));
        return new SettingRow(
                setting, box, () -> box.setSelected(store.get(setting)), () -> store.set(setting, setting.first()));
    }

    HBox node() {
        return root;
    }

    /** Shows what holds now. */
    void show(Settings now) {
        follow.run();
        back.setVisible(!now.get(setting).equals(setting.first()));
    }

    /** Shows it only where it has the words that are looked for. */
    void filter(String words) {
        String all = (setting.label() + " " + setting.meaning() + " " + setting.path()).toLowerCase(Locale.ROOT);
        boolean shown = List.of(words.toLowerCase(Locale.ROOT).split("\\s+", -1)).stream()
                .allMatch(all::contains);
        root.setVisible(shown);
        root.setManaged(shown);
    }
}
