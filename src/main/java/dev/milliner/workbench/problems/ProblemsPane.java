package dev.milliner.workbench.problems;

import dev.milliner.distro.Caused;
import dev.milliner.distro.Problem;
import dev.milliner.distro.Severity;
import dev.milliner.text.Place;
import dev.milliner.workbench.base.Shortened;
import dev.milliner.workbench.base.StyleClasses;
import dev.milliner.workbench.words.Wording;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import javafx.css.PseudoClass;
import javafx.event.Event;
import javafx.geometry.Pos;
import javafx.scene.control.Hyperlink;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.control.ListView;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.javafx.FontIcon;

/** All problems of the distro, what follows only from another folded under it; a click or Enter goes to one. */
public final class ProblemsPane {
    private static final PseudoClass BELOW = PseudoClass.getPseudoClass("below");

    private final ListView<ProblemRow> list = new ListView<>();
    private final Label empty = new Label();
    private final StackPane root = new StackPane(list, empty);
    private final Set<Problem> open = new HashSet<>();
    private List<Caused> causes = List.of();

    /** Makes the pane; the listener goes to a problem's place. */
    public ProblemsPane(Consumer<Place> goTo) {
        list.setId("problems");
        list.setFixedCellSize(25);
        list.setCellFactory(view -> new Cell());
        list.setOnMouseClicked(event -> open(goTo));
        list.setOnKeyPressed(event -> {
            switch (event.getCode()) {
                case ENTER -> open(goTo);
                case RIGHT -> unfold(list.getSelectionModel().getSelectedItem(), true);
                case LEFT -> unfold(list.getSelectionModel().getSelectedItem(), false);
                default -> {
                    // The list's own.
                }
            }
        });
        empty.getStyleClass().add("empty-state");
        empty.setMouseTransparent(true);
        empty.setText(Wording.of("problems.pane.distro-being-resolved"));
    }

    private void open(Consumer<Place> goTo) {
        ProblemRow row = list.getSelectionModel().getSelectedItem();
        if (row != null) {
            goTo.accept(row.problem().place());
        }
    }

    private void unfold(@Nullable ProblemRow row, boolean wanted) {
        if (row != null && row.follow() > 0 && row.isOpen() != wanted) {
            if (wanted) {
                open.add(row.problem());
            } else {
                open.remove(row.problem());
            }
            draw();
        }
    }

    /** The node to put on the screen. */
    public StackPane node() {
        return root;
    }

    /** Shows these problems in place of those before. */
    public void show(List<Caused> problems) {
        if (problems.equals(causes) && !problems.isEmpty()) {
            return;
        }
        causes = problems;
        open.retainAll(problems.stream().map(Caused::problem).toList());
        draw();
        empty.setVisible(list.getItems().isEmpty());
        empty.setText(Wording.of("problems.pane.no-problems-azldev"));
    }

    private void draw() {
        ProblemRow selected = list.getSelectionModel().getSelectedItem();
        list.getItems().setAll(ProblemRow.of(causes, open));
        if (selected != null) {
            list.getItems().stream()
                    .filter(row -> row.problem().equals(selected.problem()))
                    .findFirst()
                    .ifPresent(list.getSelectionModel()::select);
        }
    }

    private static void sign(FontIcon icon, Severity severity) {
        String literal =
                switch (severity) {
                    case ERROR -> "mdi2a-alert-circle";
                    case WARNING -> "mdi2a-alert";
                    case NOTE -> "mdi2i-information-outline";
                };
        if (!literal.equals(icon.getIconLiteral())) {
            icon.setIconLiteral(literal);
            StyleClasses.set(icon, "ikonli-font-icon", "small", severity.name().toLowerCase(java.util.Locale.ROOT));
        }
    }

    private final class Cell extends ListCell<ProblemRow> {
        private final FontIcon sign = new FontIcon();
        private final Label message = new Label();
        private final Hyperlink more = new Hyperlink();
        private final Label where = new Label();
        private final HBox box = new HBox();

        Cell() {
            Region gap = new Region();
            HBox.setHgrow(gap, Priority.ALWAYS);
            where.getStyleClass().add("row-note");
            more.getStyleClass().add("problem-more");
            more.setMinWidth(Region.USE_PREF_SIZE);
            more.managedProperty().bind(more.textProperty().isNotEmpty());
            more.setTooltip(new Tooltip(Wording.of("problems.pane.show-hide-follows")));
            // Else the click would go to the problem as well.
            more.setOnMouseClicked(Event::consume);
            more.setOnAction(event -> unfold(getItem(), !getItem().isOpen()));
            Shortened.inMiddle(where);
            Shortened.atEnd(message);
            box.setAlignment(Pos.CENTER_LEFT);
            box.getStyleClass().add("problem-row");
            box.setPrefWidth(100);
            box.getChildren().setAll(sign, message, more, gap, where);
            box.setVisible(false);
            setGraphic(box);
        }

        @Override
        protected void updateItem(@Nullable ProblemRow row, boolean empty) {
            super.updateItem(row, empty);
            // A graphic that is taken away and put back is styled anew with all that is in it.
            box.setVisible(!empty && row != null);
            if (empty || row == null) {
                return;
            }
            box.pseudoClassStateChanged(BELOW, row.isBelow());
            sign(sign, row.problem().severity());
            message.setText(row.problem().message());
            more.setText(row.more());
            Place place = row.problem().place();
            where.setText(place.file() + ":" + place.range().line());
        }
    }
}
