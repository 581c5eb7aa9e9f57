package dev.milliner.workbench.welcome;

import javafx.scene.layout.StackPane;

/** What the tour needs of the workbench that it leads through. */
public interface TourHost {
    /** What it lies over. */
    StackPane over();

    /** Brings a component's definition to the front, at its first overlay. */
    void showDefinition(String component);

    /** Brings a page to the front. */
    void showPage(String id);

    /** Runs a command on a component. */
    void perform(String component, String command);
}
