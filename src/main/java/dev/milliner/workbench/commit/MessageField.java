package dev.milliner.workbench.commit;

import javafx.scene.control.CheckBox;
import javafx.scene.control.TextArea;

/** The message: what is proposed, until somebody writes another; nobody's own words are ever replaced. */
final class MessageField {
    private final TextArea area;
    private final CheckBox amend;
    private String proposed = "";

    MessageField(TextArea area, CheckBox amend) {
        this.area = area;
        this.amend = amend;
    }

    /** Proposes what the state does. */
    void propose(CommitState state) {
        String now = (amend.isSelected() ? state.last() : state.proposal()).strip();
        if (area.getText().isBlank() || area.getText().equals(proposed)) {
            proposed = now;
            if (!area.getText().equals(now)) {
                area.setText(now);
            }
        }
    }

    String text() {
        return area.getText();
    }

    /** Forgets it, once it was committed. */
    void clear() {
        area.clear();
        proposed = "";
    }
}
