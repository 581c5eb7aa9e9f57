package dev.milliner.workbench.report;

import dev.milliner.ground.FileTrouble;
import dev.milliner.workbench.base.Choices;
import dev.milliner.workbench.base.Fxml;
import dev.milliner.workbench.base.KeyboardBefore;
import dev.milliner.workbench.base.Later;
import dev.milliner.workbench.base.ProseArea;
import dev.milliner.workbench.words.Wording;
import java.io.IOException;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import javafx.fxml.FXML;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ListView;
import javafx.scene.control.cell.CheckBoxListCell;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.StackPane;
import org.jspecify.annotations.Nullable;

/** A report of a problem, to look through and to save; lies over the window until it is closed. */
public final class ReportCard {
    private static final String FILE = "milliner-report.zip";

    @FXML
    private BorderPane card;

    private final KeyboardBefore before = new KeyboardBefore();

    @FXML
    private ListView<ReportRow> parts;

    @FXML
    private Label name;

    @FXML
    private ProseArea text;

    @FXML
    private Label said;

    @FXML
    private Button saveButton;

    private final StackPane over;
    private final Choices choices;
    private final Later gathering = new Later(Wording.of("activity.report"));
    private final Later saving = new Later(Wording.of("activity.reports-file"));
    private @Nullable ReportRow shown;

    /**
     * Makes it.
     *
     * @param over what it lies over
     */
    public ReportCard(StackPane over, Choices choices) {
        this.over = over;
        this.choices = choices;
        Fxml.load("report/report.fxml", this);
        parts.setCellFactory(CheckBoxListCell.forListView(ReportRow::chosenProperty));
        parts.addEventFilter(KeyEvent.KEY_PRESSED, this::toggleBySpace);
        parts.getSelectionModel().selectedItemProperty().subscribe(row -> show(row));
        card.addEventFilter(KeyEvent.KEY_PRESSED, event -> {
            if (event.getCode() == KeyCode.ESCAPE) {
                close();
                event.consume();
            }
        });
    }

    private void toggleBySpace(KeyEvent event) {
        ReportRow row = parts.getSelectionModel().getSelectedItem();
        if (event.getCode() == KeyCode.SPACE && row != null) {
            row.toggle();
            event.consume();
        }
    }

    /** Shows what would be told now; what was put together before is forgotten. */
    public void open(ReportSource source) {
        over.getChildren().remove(card);
        before.opening(card, over);
        over.getChildren().add(card);
        say("", false);
        parts.getItems().clear();
        name.setText(Wording.of("report.card.looking-machine"));
        saveButton.setDisable(true);
        List<String> screens = SystemLines.screens();
        gathering.ask(() -> source.parts(screens, Hidden.here()), this::fill);
        parts.requestFocus();
    }

    private void fill(List<ReportPart> found) {
        parts.getItems().setAll(found.stream().map(ReportRow::new).toList());
        parts.getSelectionModel().selectFirst();
        saveButton.setDisable(false);
    }

    private void show(@Nullable ReportRow row) {
        if (shown != null) {
            text.textProperty().unbindBidirectional(shown.textProperty());
        }
        shown = row;
        text.setEditable(row != null);
        if (row == null) {
            text.clear();
            return;
        }
        name.setText(row.file());
        text.textProperty().bindBidirectional(row.textProperty());
    }

    @FXML
    private void save() {
        Map<String, String> told = new LinkedHashMap<>();
        parts.getItems().stream()
                .filter(ReportRow::isTold)
                .forEach(row -> told.put(row.file(), row.textProperty().get()));
        if (told.isEmpty()) {
            say(Wording.of("report.card.nothing-tick-part"), true);
            return;
        }
        choices.saveFile(FILE).ifPresent(file -> {
            saveButton.setDisable(true);
            saving.ask(() -> write(file, told), this::saved);
        });
    }

    /** What came of saving, in a sentence. */
    private record Saved(String sentence, boolean isRefused) {}

    private static Saved write(Path file, Map<String, String> told) {
        try {
            ReportFile.write(file, told);
            return new Saved(Wording.counted("report.card.parts-saved", told.size(), file), false);
        } catch (IOException impossible) {
            return new Saved(FileTrouble.words(file, Wording.of("report.card.cant-written"), impossible) + ".", true);
        }
    }

    private void saved(Saved saved) {
        saveButton.setDisable(false);
        say(saved.sentence(), saved.isRefused());
    }

    private void say(String sentence, boolean isRefused) {
        said.setText(sentence);
        said.getStyleClass().removeAll("error", "good");
        said.getStyleClass().add(isRefused ? "error" : "good");
    }

    /** Takes it away. */
    @FXML
    public void close() {
        gathering.cancel();
        before.closing();
        over.getChildren().remove(card);
    }

    /** Ends what runs for it. */
    public void end() {
        close();
        gathering.close();
        saving.close();
    }
}
