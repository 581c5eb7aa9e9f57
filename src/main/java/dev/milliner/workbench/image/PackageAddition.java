package dev.milliner.workbench.image;

import dev.milliner.image.Addition;
import dev.milliner.workbench.base.Facts;
import dev.milliner.workbench.words.Wording;
import dev.milliner.workbench.words.Words;
import java.util.function.Consumer;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ListView;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

/** A field that adds a package to the description. Below it stand the names that begin so or hold it, with what each would bring. */
final class PackageAddition {
    private static final double NARROWEST_FIELD = 60;
    private static final double ROW = 40;

    private final TextField field = new TextField();
    private final ListView<Offer> offers = new ListView<>();
    private final Label state = new Label();
    private final VBox box = new VBox(4);
    private final Consumer<String> add;

    /**
     * Makes it.
     *
     * @param typed told what is typed
     * @param add adds a package of a name
     */
    PackageAddition(Consumer<String> typed, Consumer<String> add) {
        this.add = add;
        field.setId("addPackage");
        field.setPromptText(Wording.of("image.package-addition.add-package"));
        field.setMinWidth(NARROWEST_FIELD);
        field.textProperty().subscribe(text -> typed.accept(text.strip()));
        field.setOnAction(event -> add());
        field.addEventFilter(KeyEvent.KEY_PRESSED, this::pressed);
        Button button = new Button(Wording.of("image.package-addition.add"));
        button.getStyleClass().setAll("button", "plain-button", "small-button");
        button.setMinWidth(Region.USE_PREF_SIZE);
        button.disableProperty().bind(field.textProperty().map(String::isBlank));
        button.setOnAction(event -> add());
        HBox.setHgrow(field, Priority.ALWAYS);
        HBox row = Facts.row(field, button);
        row.setSpacing(8);
        offers.setId("packageOffers");
        offers.setFocusTraversable(false);
        offers.setFixedCellSize(ROW);
        offers.setCellFactory(view -> new OfferCell());
        offers.setOnMouseClicked(event -> add());
        state.getStyleClass().addAll("second", "small");
        state.setWrapText(true);
        box.getChildren().setAll(row, state, offers);
        show(PackageOffers.Shown.NOTHING);
    }

    VBox node() {
        return box;
    }

    /** Shows what could be meant. */
    void show(PackageOffers.Shown now) {
        Offer selected = offers.getSelectionModel().getSelectedItem();
        offers.getItems().setAll(now.offers());
        double height = now.offers().size() * ROW + (now.offers().isEmpty() ? 0 : 2);
        offers.setMinHeight(height);
        offers.setMaxHeight(height);
        offers.setVisible(height > 0);
        offers.setManaged(height > 0);
        state.setText(now.words());
        state.setVisible(!now.words().isEmpty());
        state.setManaged(!now.words().isEmpty());
        // Costs come one by one; what is selected stays so.
        for (int i = 0; selected != null && i < now.offers().size(); i++) {
            if (now.offers().get(i).named().equals(selected.named())) {
                offers.getSelectionModel().select(i);
            }
        }
    }

    private void pressed(KeyEvent event) {
        if (event.getCode() == KeyCode.DOWN) {
            select(offers.getSelectionModel().getSelectedIndex() + 1);
            event.consume();
        } else if (event.getCode() == KeyCode.UP) {
            select(offers.getSelectionModel().getSelectedIndex() - 1);
            event.consume();
        } else if (event.getCode() == KeyCode.ESCAPE && !field.getText().isEmpty()) {
            field.clear();
            event.consume();
        }
    }

    /** Above the first none is selected, so that what is typed counts. */
    private void select(int index) {
        if (index < 0) {
            offers.getSelectionModel().clearSelection();
        } else if (index < offers.getItems().size()) {
            offers.getSelectionModel().select(index);
        }
    }

    /** The one that is selected, else what is typed. */
    private void add() {
        Offer selected = offers.getSelectionModel().getSelectedItem();
        String name =
                selected == null ? field.getText().strip() : selected.named().name();
        if (!name.isEmpty()) {
            offers.getSelectionModel().clearSelection();
            field.clear();
            add.accept(name);
        }
    }

    /** What a package would bring, in few words. */
    static String words(Offer offer) {
        if (offer.held()) {
            return Wording.of("image.package-addition.is-there");
        }
        return offer.addition()
                .map(found -> found.why().isEmpty() ? cost(found) : Wording.of("image.package-addition.does-not-go"))
                .orElse("…");
    }

    private static String cost(Addition found) {
        String coming =
                Wording.counted("image.package-addition.cost", found.packages().size(), "+" + Words.size(found.size()));
        return found.leaving() == 0
                ? coming
                : Wording.counted("image.package-addition.packages-less", found.leaving(), coming);
    }
}
