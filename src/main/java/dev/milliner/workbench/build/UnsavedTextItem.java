package dev.milliner.workbench.build;

import dev.milliner.workbench.base.Choices;
import dev.milliner.workbench.base.Words;
import java.util.List;
import javafx.beans.property.BooleanProperty;
import javafx.scene.control.CheckMenuItem;

/** Chooses whether a build asks before it takes in text that is not saved, and asks. */
final class UnsavedTextItem {
    private static final int MOST_NAMED = 3;

    private final CheckMenuItem item = new CheckMenuItem("Ask first where text is not saved");
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
                        "Not all is saved",
                        target + " is built from what is on the screen, with the unsaved text of " + names(unsaved)
                                + ".",
                        "Build");
    }

    /** What follows the target's name where its build is told of; empty where all is saved. */
    static String words(List<String> unsaved) {
        return unsaved.isEmpty() ? "" : " with the unsaved text of " + names(unsaved);
    }

    private static String names(List<String> files) {
        return files.size() > MOST_NAMED ? Words.count(files.size(), "file") : String.join(", ", files);
    }
}
