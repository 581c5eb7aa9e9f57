package dev.milliner.workbench.problems;

import dev.milliner.distro.Problem;
import dev.milliner.distro.Severity;
import dev.milliner.text.Place;
import dev.milliner.workbench.base.Shortened;
import java.util.List;
import java.util.function.Consumer;
import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.control.ListView;
import javafx.scene.input.KeyCode;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.javafx.FontIcon;

/** All problems of the distro; a click or Enter goes to one. */
public final class ProblemsPane {
    private final ListView<Problem> list = new ListView<>();
    private final Label empty = new Label();
    private final StackPane root = new StackPane(list, empty);

    /** Makes the pane; the listener goes to a problem's place. */
    public ProblemsPane(Consumer<Place> goTo) {
        list.setId("problems");
        list.setFixedCellSize(25);
        list.setCellFactory(view -> new Cell());
        list.setOnMouseClicked(event -> open(goTo));
        list.setOnKeyPressed(event -> {
            if (event.getCode() == KeyCode.ENTER) {
                open(goTo);
            }
        });
        empty.getStyleClass().add("empty-state");
        empty.setMouseTransparent(true);
        empty.setText("The distro is being resolved…");
    }

    private void open(Consumer<Place> goTo) {
        Problem problem = list.getSelectionModel().getSelectedItem();
        if (problem != null) {
            goTo.accept(problem.place());
        }
    }

    /** The node to put on the screen. */
    public StackPane node() {
        return root;
    }

    /** Shows these problems in place of those before. */
    public void show(List<Problem> problems) {
        Problem selected = list.getSelectionModel().getSelectedItem();
        list.getItems().setAll(problems);
        if (selected != null) {
            list.getSelectionModel().select(selected);
        }
        empty.setVisible(list.getItems().isEmpty());
        empty.setText("No problems. azldev would load this distro as it stands.");
    }

    /** The style class and the sign of a severity. */
    static FontIcon sign(Severity severity) {
        FontIcon icon = new FontIcon(
                switch (severity) {
                    case ERROR -> "mdi2a-alert-circle";
                    case WARNING -> "mdi2a-alert";
                    case NOTE -> "mdi2i-information-outline";
                });
        icon.getStyleClass().addAll("small", severity.name().toLowerCase(java.util.Locale.ROOT));
        return icon;
    }

    private static final class Cell extends ListCell<Problem> {
        private final Label message = new Label();
        private final Label where = new Label();
        private final HBox box = new HBox();

        Cell() {
            Region gap = new Region();
            HBox.setHgrow(gap, Priority.ALWAYS);
            where.getStyleClass().add("row-note");
            Shortened.inMiddle(where);
            Shortened.inMiddle(message);
            box.setAlignment(Pos.CENTER_LEFT);
            box.getStyleClass().add("problem-row");
            box.setPrefWidth(100);
            box.getChildren().setAll(new Region(), message, gap, where);
        }

        @Override
        protected void updateItem(@Nullable Problem problem, boolean empty) {
            super.updateItem(problem, empty);
            if (empty || problem == null) {
                setGraphic(null);
                return;
            }
            box.getChildren().set(0, sign(problem.severity()));
            message.setText(problem.message());
            where.setText(problem.place().file() + ":" + problem.place().range().line());
            setGraphic(box);
        }
    }
}
