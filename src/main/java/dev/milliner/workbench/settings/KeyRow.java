package dev.milliner.workbench.settings;

import dev.milliner.workbench.base.Command;
import dev.milliner.workbench.base.Keys;
import dev.milliner.workbench.words.Wording;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyCombination;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;

/** The keys of one command: shown, and chosen by pressing them. */
final class KeyRow {
    private static final String LISTENING = Wording.of("settings.key-row.press-keys-esc");

    private final Button keys = new Button();
    private final Button back = new Button(Wording.of("settings.key-row.reset"));
    private final HBox root;
    private final SettingsStore store;
    private final String words;
    private final String id;
    private boolean listening;
    private Optional<KeyCombination> current = Optional.empty();

    KeyRow(Command command, SettingsStore store, Optional<KeyCombination> atFirst) {
        this.store = store;
        id = command.id();
        words = command.words();
        Label name = new Label(command.words());
        name.setMinWidth(0);
        Region gap = new Region();
        HBox.setHgrow(gap, Priority.ALWAYS);
        keys.setId("keys-" + id);
        keys.getStyleClass().setAll("button", "plain-button", "small-button", "mono");
        keys.setMinWidth(Region.USE_PREF_SIZE);
        keys.setTooltip(new Tooltip(Wording.of("settings.key-row.choose-other-keys")));
        keys.setOnAction(event -> listen(true));
        keys.addEventFilter(KeyEvent.KEY_PRESSED, this::pressed);
        keys.focusedProperty().subscribe(focused -> {
            if (!focused) {
                listen(false);
            }
        });
        back.getStyleClass().setAll("button", "plain-button", "small-button");
        back.setTooltip(new Tooltip(Wording.of(
                "settings.key-row.back", atFirst.map(Keys::words).orElse(Wording.of("settings.key-row.no-keys")))));
        back.setMinWidth(Region.USE_PREF_SIZE);
        back.setOnAction(event -> store.setKeys(id, atFirst.map(Keys::words).orElse("")));
        root = new HBox(12, name, gap, back, keys);
        root.setAlignment(Pos.CENTER_LEFT);
        root.getStyleClass().add("key-row");
        root.setUserData(atFirst);
    }

    private void listen(boolean now) {
        listening = now;
        keys.setText(now ? LISTENING : current.map(Keys::words).orElse(Wording.of("settings.key-row.none")));
        keys.pseudoClassStateChanged(javafx.css.PseudoClass.getPseudoClass("listening"), now);
    }

    /** Tells whether the next keys are for it. */
    boolean isListening() {
        return listening;
    }

    private void pressed(KeyEvent event) {
        if (!listening) {
            return;
        }
        event.consume();
        boolean plain = !event.isShortcutDown() && !event.isAltDown() && !event.isShiftDown();
        if (plain && event.getCode() == KeyCode.ESCAPE) {
            listen(false);
        } else if (plain && (event.getCode() == KeyCode.DELETE || event.getCode() == KeyCode.BACK_SPACE)) {
            store.setKeys(id, "");
            listen(false);
        } else {
            Keys.of(event).ifPresent(chosen -> {
                store.setKeys(id, Keys.words(chosen));
                listen(false);
            });
        }
    }

    HBox node() {
        return root;
    }

    /** Shows the keys that the command has now. */
    void show(Optional<KeyCombination> now) {
        current = now;
        listen(false);
        back.setVisible(!now.equals(root.getUserData()));
    }

    /** Shows it only where it has the words that are looked for. */
    void filter(String sought) {
        String all = (words + " " + id + " " + current.map(Keys::words).orElse("")).toLowerCase(Locale.ROOT);
        boolean shown = List.of(sought.toLowerCase(Locale.ROOT).split("\\s+", -1)).stream()
                .allMatch(all::contains);
        root.setVisible(shown);
        root.setManaged(shown);
    }
}
