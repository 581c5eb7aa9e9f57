package dev.milliner.workbench.report;

import javafx.beans.property.BooleanProperty;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;

/** A part as the person has it: changed, kept or left out. */
final class ReportRow {
    private final ReportPart part;
    private final BooleanProperty chosen = new SimpleBooleanProperty();
    private final StringProperty text = new SimpleStringProperty();

    ReportRow(ReportPart part) {
        this.part = part;
        chosen.set(part.isChosen());
        text.set(part.text());
    }

    String file() {
        return part.file();
    }

    BooleanProperty chosenProperty() {
        return chosen;
    }

    StringProperty textProperty() {
        return text;
    }

    void toggle() {
        chosen.set(!chosen.get());
    }

    /** Tells whether it goes into the report. Questions that nobody answered say nothing. */
    boolean isTold() {
        return chosen.get() && !text.get().isBlank() && !text.get().equals(ReportSource.QUESTIONS);
    }

    @Override
    public String toString() {
        return part.title();
    }
}
