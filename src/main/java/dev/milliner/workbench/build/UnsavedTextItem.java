package dev.milliner.workbench.build;

import dev.milliner.workbench.base.Choices;
import dev.milliner.workbench.words.Wording;
import java.util.List;
import javafx.beans.property.BooleanProperty;
import javafx.scene.control.CheckMenuItem;

/** Chooses whether a build asks before it takes in text that is not saved, and asks. */
final class UnsavedTextItem {
    private static final int MOST_NAMED = 3;

    private final CheckMenuItem item = new CheckMenuItem(Wording.of("build.unsaved-text-item.ask-first-where"));
    private final Choices choices;

    UnsavedTextItem(Choices choices, BooleanProperty asks) {
        this.choices = choices;
        item.selectedProperty().bindBidirectional(asks);
    }

    CheckMenuItem item() {
        return item;
    }

    /** Tells whether to build with the text of these files as it is on the screen. */
    boolean go(String target, List<String> unsaved) {
        return unsaved.isEmpty()
                || !item.isSelected()
                || choices.confirm(
                        Wording.of("build.unsaved-text-item.not-all-saved"),
                        Wording.of("build.unsaved-text-item.built-from-screen", target, names(unsaved)),
                        Wording.of("build.unsaved-text-item.build"));
    }

    /** That a target is being built, and with what text that is not saved. */
    static String building(String target, List<String> unsaved) {
        return unsaved.isEmpty()
                ? Wording.of("build.desk.building", target)
                : Wording.of("build.desk.building-unsaved", target, names(unsaved));
    }

    private static String names(List<String> files) {
        return files.size() > MOST_NAMED ? Wording.counted("count.file", files.size()) : String.join(", ", files);
    }
}
