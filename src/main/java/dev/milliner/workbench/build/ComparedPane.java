package dev.milliner.workbench.build;

import dev.milliner.build.history.BuildComparison;
import dev.milliner.build.history.BuildDetails;
import dev.milliner.build.history.BuildRecord;
import dev.milliner.workbench.base.Facts;
import dev.milliner.workbench.base.Later;
import dev.milliner.workbench.words.Wording;
import java.util.List;
import java.util.Optional;
import javafx.scene.control.Label;
import javafx.scene.control.MenuButton;
import javafx.scene.control.MenuItem;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;

/** Chooses a build to compare with, and shows in what the two differ. */
final class ComparedPane {
    private final PastBuilds store;
    private final MenuButton button;
    private final VBox rows;
    private final Runnable front;
    private final Later later = new Later(Wording.of("activity.build-compare"));

    /**
     * Makes it of its controls.
     *
     * @param button offers the other builds
     * @param rows the box for what differs
     * @param front brings that box to the front
     */
    ComparedPane(PastBuilds store, MenuButton button, VBox rows, Runnable front) {
        this.store = store;
        this.button = button;
        this.rows = rows;
        this.front = front;
    }

    /** Offers the builds of the same target beside one. */
    void offer(@Nullable BuildEntry entry, List<BuildRecord> past) {
        Optional<String> own = entry == null ? Optional.empty() : entry.id();
        button.getItems().clear();
        past.stream()
                .filter(one -> own.isPresent() && !one.id().equals(own.get()))
                .filter(one -> entry != null && one.target().equals(entry.target()))
                .limit(20)
                .forEach(one -> button.getItems().add(other(one, own.orElseThrow())));
        button.setDisable(button.getItems().isEmpty());
        button.setText(
                button.getItems().isEmpty()
                        ? Wording.of("build.compared-pane.no-other-build")
                        : Wording.of("build.compared-pane.compare"));
        rows.getChildren().setAll(Facts.row(nothing(own.isPresent())));
    }

    /** What stands there until another build is chosen. */
    private Label nothing(boolean isKept) {
        Label label = new Label(
                !button.isDisabled()
                        ? Wording.of("build.compared-pane.choose-other")
                        : isKept ? Wording.of("build.compared-pane.none-yet") : "");
        label.getStyleClass().add("compared-nothing");
        label.setWrapText(true);
        return label;
    }

    private MenuItem other(BuildRecord one, String own) {
        MenuItem item = new MenuItem(one.id() + "  ·  " + BuildCell.words(one.state()));
        item.setMnemonicParsing(false);
        item.setOnAction(event -> compare(one.id(), own));
        return item;
    }

    /** Shows two builds side by side. */
    void compare(String before, String after) {
        front.run();
        later.ask(() -> compared(before, after), found -> rows.getChildren()
                .setAll(found.map(ComparedRows::of).orElseGet(List::of)));
    }

    private Optional<BuildComparison> compared(String before, String after) {
        Optional<BuildDetails> first = store.find(before);
        Optional<BuildDetails> second = store.find(after);
        return first.flatMap(one -> second.map(other -> BuildComparison.of(one, other)));
    }

    /** Compares what is chosen with the build of the same target before it, where there is one. */
    void compareWithPrevious() {
        if (!button.getItems().isEmpty()) {
            button.getItems().getFirst().fire();
        }
    }

    boolean isSettled() {
        return later.isSettled();
    }

    /** Ends what it works out. */
    void close() {
        later.close();
    }
}
