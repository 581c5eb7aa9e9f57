package dev.milliner.workbench.build;

import dev.milliner.build.host.EngineKind;
import dev.milliner.workbench.base.Later;
import dev.milliner.workbench.words.Wording;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import javafx.scene.control.Menu;
import javafx.scene.control.RadioMenuItem;
import javafx.scene.control.ToggleGroup;

/** Chooses who builds. What cannot build on this host can't be chosen, and says why. */
final class EngineMenu {
    private final Menu menu = new Menu(Wording.of("build.engine-menu.built-by"));
    private final ToggleGroup group = new ToggleGroup();
    private final Later looking = new Later(Wording.of("activity.engines"));
    private EngineKind chosen = EngineKind.LOCAL;

    EngineMenu() {
        for (EngineKind engine : EngineKind.values()) {
            RadioMenuItem item = new RadioMenuItem(engine.label());
            item.setUserData(engine);
            item.setToggleGroup(group);
            item.setSelected(engine == chosen);
            item.setOnAction(event -> chosen = engine);
            menu.getItems().add(item);
        }
        menu.setOnShowing(event -> refresh());
        refresh();
    }

    /** Programs may have come or gone since it was shown last. To find out runs some. */
    private void refresh() {
        looking.ask(EngineMenu::absences, absences -> menu.getItems().forEach(item -> {
            if (item.getUserData() instanceof EngineKind engine) {
                Optional<String> absence = Optional.ofNullable(absences.get(engine));
                item.setText(
                        engine.label() + absence.map(why -> " (" + why + ")").orElse(""));
                item.setDisable(absence.isPresent());
            }
        }));
    }

    private static Map<EngineKind, String> absences() {
        Map<EngineKind, String> absences = new EnumMap<>(EngineKind.class);
        for (EngineKind engine : EngineKind.values()) {
            engine.absence().ifPresent(why -> absences.put(engine, why));
        }
        return absences;
    }

    /** Tells whether it says what is so. */
    boolean isSettled() {
        return looking.isSettled();
    }

    /** Who builds what is started from now on. */
    EngineKind chosen() {
        return chosen;
    }

    Menu menu() {
        return menu;
    }

    /** Ends what it works out. */
    void close() {
        looking.close();
    }
}
