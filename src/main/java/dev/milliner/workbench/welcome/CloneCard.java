package dev.milliner.workbench.welcome;

import dev.milliner.workbench.words.Wording;
import java.nio.file.Path;
import java.util.concurrent.atomic.AtomicBoolean;
import javafx.application.Platform;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.control.Tooltip;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;

/** Asks for the address of a repository, clones it into a folder, and opens what is in it. */
final class CloneCard {
    private final StackPane over;
    private final WelcomeHost host;
    private final TextField address = new TextField();
    private final Label told = new Label();
    private final Button clone = new Button(Wording.of("welcome.clone-card.choose-folder-clone"));
    private final Button leave = new Button(Wording.of("welcome.clone-card.cancel"));
    private final VBox box;
    private final StackPane veil;
    private AtomicBoolean givenUp = new AtomicBoolean();

    CloneCard(StackPane over, WelcomeHost host) {
        this.over = over;
        this.host = host;
        Label title = new Label(Wording.of("welcome.clone-card.clone-distro"));
        title.getStyleClass().add("strong");
        address.setId("clone-address");
        address.setPromptText(Wording.of("welcome.clone-card.https-another-address"));
        told.setId("clone-told");
        told.getStyleClass().add("second");
        told.setWrapText(true);
        told.setMinHeight(Region.USE_PREF_SIZE);
        clone.setId("clone-go");
        clone.getStyleClass().setAll("button", "primary-button");
        clone.setTooltip(new Tooltip(Wording.of("welcome.clone-card.folder-clone-comes")));
        clone.setOnAction(event -> choose());
        leave.setId("clone-cancel");
        leave.getStyleClass().setAll("button", "plain-button");
        leave.setTooltip(new Tooltip(Wording.of("welcome.clone-card.nothing-clone-not")));
        leave.setOnAction(event -> leave());
        clone.disableProperty().bind(address.textProperty().map(String::isBlank).orElse(true));
        HBox buttons = new HBox(8, clone, leave);
        buttons.setAlignment(Pos.CENTER_RIGHT);
        box = new VBox(12, title, address, told, buttons);
        box.getStyleClass().add("form-card");
        box.setMaxSize(560, Region.USE_PREF_SIZE);
        veil = new StackPane(box);
        veil.getStyleClass().add("veil");
        veil.addEventHandler(KeyEvent.KEY_PRESSED, event -> {
            if (event.getCode() == KeyCode.ESCAPE) {
                leave();
            } else if (event.getCode() == KeyCode.ENTER && !clone.isDisabled()) {
                choose();
            }
        });
    }

    void show() {
        over.getChildren().add(veil);
        address.requestFocus();
    }

    private void choose() {
        host.folder(Wording.of("welcome.clone-card.folder-clone-comes")).ifPresent(this::begin);
    }

    private void begin(Path parent) {
        Cloning cloning = new Cloning(address.getText(), parent);
        AtomicBoolean stop = new AtomicBoolean();
        givenUp = stop;
        address.setDisable(true);
        told.setText(Wording.of("welcome.clone-card.cloning"));
        Thread.ofPlatform().daemon().name("clone").start(() -> {
            Cloning.Ended ended = cloning.run(words -> Platform.runLater(() -> told.setText(words)), stop);
            Platform.runLater(() -> ended(ended, stop));
        });
    }

    private void ended(Cloning.Ended ended, AtomicBoolean stop) {
        address.setDisable(false);
        switch (ended) {
            case Cloning.There there
            when !stop.get() -> {
                over.getChildren().remove(veil);
                host.open(there.root());
            }
            case Cloning.There there -> told.setText(Wording.of("welcome.clone-card.cloned", there.root()));
            case Cloning.Failed failed -> told.setText(failed.why());
        }
    }

    private void leave() {
        givenUp.set(true);
        over.getChildren().remove(veil);
    }
}
