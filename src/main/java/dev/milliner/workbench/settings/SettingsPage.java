package dev.milliner.workbench.settings;

import dev.milliner.text.Place;
import dev.milliner.workbench.base.Command;
import dev.milliner.workbench.base.CommandRegistry;
import dev.milliner.workbench.base.Facts;
import dev.milliner.workbench.base.Keys;
import dev.milliner.workbench.base.PageHost;
import dev.milliner.workbench.base.Snapshot;
import dev.milliner.workbench.base.WorkbenchPage;
import dev.milliner.workbench.words.Wording;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.TextField;
import javafx.scene.control.Tooltip;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyCombination;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import javafx.util.Subscription;

/** All that a user can choose, on one page: searched, shown at once, and kept in a file that can be edited too. */
public final class SettingsPage implements WorkbenchPage {
    /** Its id. */
    public static final String ID = "settings";

    private static final double WIDEST = 860;

    private final SettingsStore store;
    private final PageHost host;
    private final CommandRegistry commands;
    private final TextField field = new TextField();
    private final Label told = new Label();
    private final List<SettingRow> rows;
    private final List<KeyRow> keys = new ArrayList<>();
    private final VBox keyRows = new VBox();
    private final HBox settingsHeading = Facts.heading(Wording.of("settings.page.heading"));
    private final HBox keysHeading = Facts.heading(Wording.of("settings.page.keys-heading"));
    private final Label nothing = new Label(Wording.of("settings.page.no-setting-no"));
    private final VBox list = new VBox();
    private final VBox root = new VBox();
    private final Subscription following;

    /**
     * Makes the page.
     *
     * @param commands the commands whose keys can be chosen; those that come later too
     * @param themes the names of the colour schemes
     * @param label what each is called
     */
    public SettingsPage(
            SettingsStore store,
            CommandRegistry commands,
            List<String> themes,
            Function<String, String> label,
            PageHost host) {
        this.store = store;
        this.host = host;
        this.commands = commands;
        List<String> names = new ArrayList<>(List.of(AllSettings.DESKTOP));
        names.addAll(themes);
        rows = AllSettings.ALL.stream()
                .map(setting -> SettingRow.of(setting, store, names, label))
                .toList();
        arrange();
        field.textProperty().subscribe(this::filter);
        following = store.currentProperty().subscribe(this::show);
    }

    private void arrange() {
        field.setId("settings-field");
        field.setPromptText(Wording.of("settings.page.search-settings-keys"));
        HBox.setHgrow(field, Priority.ALWAYS);
        Button file = new Button(Wording.of("settings.page.open", SettingsStore.FILE));
        file.setId("settings-file");
        file.getStyleClass().setAll("button", "plain-button");
        file.setMinWidth(Region.USE_PREF_SIZE);
        file.setTooltip(new Tooltip(Wording.of("settings.page.chosen-file", store.file())));
        file.setOnAction(event -> host.goTo(Place.startOf(store.file().toString())));
        HBox bar = new HBox(8, field, file);
        bar.getStyleClass().add("settings-bar");
        told.setWrapText(true);
        told.getStyleClass().addAll("warning", "settings-told");
        nothing.getStyleClass().addAll("row-note", "settings-nothing");
        nothing.setId("settings-nothing");
        list.getChildren().addAll(nothing, settingsHeading);
        rows.forEach(row -> list.getChildren().add(row.node()));
        list.getChildren().addAll(keysHeading, told, keyRows);
        list.setMaxWidth(WIDEST);
        ScrollPane scroll = new ScrollPane(list);
        scroll.setFitToWidth(true);
        VBox.setVgrow(scroll, Priority.ALWAYS);
        root.setId(ID);
        root.getStyleClass().add("content");
        root.getChildren().setAll(bar, scroll);
    }

    /** The rows of keys are made when they are first seen, as all commands are known then. */
    private void showKeys() {
        if (keys.isEmpty()) {
            for (Command command : commands.all()) {
                KeyRow row = new KeyRow(command, store, commands.keysAtFirst(command.id()));
                keys.add(row);
                keyRows.getChildren().add(row.node());
            }
        }
        List<String> conflicts = commands.conflicts();
        told.setText(String.join("\n", conflicts));
        told.setVisible(!conflicts.isEmpty());
        told.setManaged(!conflicts.isEmpty());
        for (int i = 0; i < keys.size(); i++) {
            Optional<KeyCombination> key = commands.all().get(i).key();
            keys.get(i).show(key);
        }
        filter(field.getText());
    }

    private void show(Settings now) {
        rows.forEach(row -> row.show(now));
        if (!keys.isEmpty()) {
            showKeys();
        }
    }

    private void filter(String words) {
        rows.forEach(row -> row.filter(words.strip()));
        keys.forEach(row -> row.filter(words.strip()));
        boolean hasSettings = rows.stream().anyMatch(row -> row.node().isVisible());
        boolean hasKeys = keys.stream().anyMatch(row -> row.node().isVisible());
        show(settingsHeading, hasSettings);
        show(keysHeading, hasKeys);
        show(nothing, !hasSettings && !hasKeys);
    }

    private static void show(Node node, boolean shown) {
        node.setVisible(shown);
        node.setManaged(shown);
    }

    @Override
    public Face face() {
        return new Face(ID, Wording.of("settings.page.title"), "mdi2c-cog-outline", Keys.control(KeyCode.COMMA));
    }

    @Override
    public VBox node() {
        return root;
    }

    @Override
    public List<Command> commands() {
        return List.of(
                Command.of("help.keys", Wording.of("command.help.keys"), Keys.controlShift(KeyCode.SLASH), () -> {
                    host.showPage(ID);
                    field.clear();
                    field.requestFocus();
                    keyRows.requestLayout();
                    scrollToKeys();
                }));
    }

    private void scrollToKeys() {
        ScrollPane scroll = (ScrollPane) root.getChildren().getLast();
        root.applyCss();
        root.layout();
        double hidden = list.getHeight() - scroll.getViewportBounds().getHeight();
        scroll.setVvalue(
                hidden <= 0 ? 0 : Math.min(1, keyRows.getBoundsInParent().getMinY() / hidden));
    }

    @Override
    public void setInFront(boolean now) {
        if (now) {
            store.reload();
            showKeys();
            field.requestFocus();
        }
    }

    /** A distro changes nothing here. */
    @Override
    public void show(Snapshot snapshot) {}

    @Override
    public boolean isSettled() {
        return true;
    }

    @Override
    public void close() {
        following.unsubscribe();
    }
}
