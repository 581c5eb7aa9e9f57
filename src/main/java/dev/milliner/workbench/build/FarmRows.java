package dev.milliner.workbench.build;

import dev.milliner.build.history.BuildDetails;
import dev.milliner.build.history.FarmTask;
import dev.milliner.workbench.base.Facts;
import dev.milliner.workbench.words.Wording;
import java.util.ArrayList;
import java.util.List;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.input.Clipboard;
import javafx.scene.input.ClipboardContent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;

/** What a result says of the farm, row by row. */
final class FarmRows {
    private FarmRows() {}

    static List<Node> about(FarmTask task) {
        List<Node> rows = new ArrayList<>();
        rows.add(Facts.fact(Wording.of("build.farm-rows.task"), task.note()));
        rows.add(Facts.fact(Wording.of("build.farm-rows.profile"), task.profile()));
        if (!task.target().isEmpty()) {
            rows.add(Facts.fact(Wording.of("build.farm-rows.target"), task.target()));
        }
        if (!task.page().isEmpty()) {
            rows.add(page(task.page()));
        }
        return rows;
    }

    private static Node page(String address) {
        Label text = new Label(address);
        text.getStyleClass().addAll("value", "accent");
        text.setMinHeight(Region.USE_PREF_SIZE);
        HBox row = new HBox(10, text, button(Wording.of("build.farm-rows.copy"), () -> copy(address)));
        row.setAlignment(javafx.geometry.Pos.CENTER_LEFT);
        return Facts.row(Wording.of("build.farm-rows.task-page"), row);
    }

    private static void copy(String text) {
        ClipboardContent content = new ClipboardContent();
        content.putString(text);
        Clipboard.getSystemClipboard().setContent(content);
    }

    /** Offers the results. */
    static Node download(BuildDetails build, FarmActions actions) {
        Button button = button(Wording.of("build.farm-rows.download"), () -> actions.download(build));
        button.setId("downloadButton");
        return Facts.row(Wording.of("build.farm-rows.results"), new HBox(button));
    }

    private static Button button(String text, Runnable action) {
        Button button = new Button(text);
        button.getStyleClass().setAll("button", "plain-button", "small-button");
        button.setMinWidth(Region.USE_PREF_SIZE);
        button.setOnAction(event -> action.run());
        return button;
    }
}
