package dev.milliner.workbench.refactor;

import dev.milliner.distro.Difference;
import dev.milliner.refactor.RefactoringAnswer;
import dev.milliner.refactor.RefactoringAnswer.Proposal;
import dev.milliner.workbench.base.Fxml;
import dev.milliner.workbench.base.KeyboardBefore;
import dev.milliner.workbench.base.Later;
import dev.milliner.workbench.overlays.TextComparison;
import dev.milliner.workbench.words.Wording;
import dev.milliner.workbench.words.Words;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.stream.Collectors;
import javafx.application.Platform;
import javafx.fxml.FXML;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ListView;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.StackPane;
import org.jspecify.annotations.Nullable;

/**
 * A change of several files before it is made: what it still has to be told, its files and their texts before and after, and what
 * the distro then resolves to differently; or why it cannot be made. It lies over the window until it is accepted or left.
 */
public final class PreviewCard {
    private static final int FEW = 4;

    @FXML
    private BorderPane card;

    private final KeyboardBefore before = new KeyboardBefore();

    @FXML
    private Label title;

    @FXML
    private HBox fields;

    @FXML
    private ListView<ChangedFile> list;

    @FXML
    private StackPane comparisonHolder;

    @FXML
    private Label path;

    @FXML
    private Label refusal;

    @FXML
    private Label consequences;

    @FXML
    private Button apply;

    private final StackPane over;
    private final TextComparison comparison = new TextComparison();
    private final Later answers = new Later(Wording.of("activity.preview"));
    private final Later texts = new Later(Wording.of("activity.comparison"));
    private final List<AskedField> values = new ArrayList<>();
    private Function<List<String>, RefactoringAnswer> ask = given -> new RefactoringAnswer.Refusal("");
    private Consumer<Proposal> accept = proposal -> {};
    private @Nullable Proposal proposal;

    /** A card that lies over a pane once it is opened. */
    public PreviewCard(StackPane over) {
        this.over = over;
        Fxml.load("refactor/preview.fxml", this);
        comparisonHolder.getChildren().addFirst(comparison.node());
        list.setCellFactory(view -> new ChangedFileCell());
        list.getSelectionModel().selectedItemProperty().subscribe(this::show);
        card.addEventFilter(KeyEvent.KEY_PRESSED, this::pressed);
    }

    /**
     * Opens it.
     *
     * @param what what is to be done
     * @param wanted what it still has to be told
     * @param asked works it out for what was told, off the JavaFX thread
     * @param accepted takes what is accepted
     */
    public void open(
            String what,
            List<Field> wanted,
            Function<List<String>, RefactoringAnswer> asked,
            Consumer<Proposal> accepted) {
        close();
        ask = asked;
        accept = accepted;
        title.setText(what);
        values.clear();
        fields.getChildren().clear();
        for (Field field : wanted) {
            AskedField one = AskedField.of(field);
            one.value().subscribe(text -> askAgain());
            values.add(one);
            fields.getChildren().addAll(one.nodes());
        }
        fields.setVisible(!wanted.isEmpty());
        fields.setManaged(!wanted.isEmpty());
        comparison.node().setVisible(false);
        path.setText("");
        before.opening(card, over);
        over.getChildren().add(card);
        askAgain();
        Platform.runLater(() -> (values.isEmpty() ? apply : values.getFirst().control()).requestFocus());
    }

    private void askAgain() {
        if (!isOpen()) {
            return;
        }
        apply.setDisable(true);
        proposal = null;
        List<String> given =
                values.stream().map(one -> one.value().getValue().strip()).toList();
        boolean lacks = !given.isEmpty() && given.getFirst().isEmpty();
        if (lacks) {
            answers.cancel();
            show(new RefactoringAnswer.Refusal(Wording.of("refactor.preview-card.say-what")));
            return;
        }
        answers.ask(() -> ask.apply(given), this::show);
    }

    private void show(RefactoringAnswer answer) {
        switch (answer) {
            case Proposal now -> {
                proposal = now;
                list.getItems().setAll(ChangedFile.of(now.edit()));
                list.getSelectionModel().selectFirst();
                consequences.setText(consequences(now));
                refusal.setText("");
            }
            case RefactoringAnswer.Refusal no -> {
                list.getItems().clear();
                consequences.setText("");
                path.setText("");
                texts.cancel();
                comparison.node().setVisible(false);
                refusal.setText(no.reason());
            }
        }
        boolean possible = proposal != null;
        apply.setDisable(!possible);
        refusal.setVisible(!possible);
        if (possible && values.isEmpty()) {
            apply.requestFocus();
        }
    }

    private static String consequences(Proposal proposal) {
        List<Difference> differences = proposal.differences();
        String first = differences.stream().limit(FEW).map(Difference::words).collect(Collectors.joining(", "));
        String what = differences.isEmpty()
                ? Wording.of("refactor.preview-card.distro-resolves-same")
                : differences.size() > FEW
                        ? Wording.of("refactor.preview-card.more", first, Words.number(differences.size() - FEW))
                        : first + ".";
        return (what + " " + String.join(" ", proposal.remarks())).strip();
    }

    private void show(@Nullable ChangedFile file) {
        if (file != null) {
            path.setText(file.path());
            texts.ask(() -> TextComparison.compare(file.path(), file.before(), file.after()), compared -> {
                comparison.show(compared);
                comparison.node().setVisible(true);
            });
        }
    }

    private void pressed(KeyEvent event) {
        if (event.getCode() == KeyCode.ESCAPE) {
            close();
            event.consume();
        } else if (event.getCode() == KeyCode.ENTER) {
            apply();
            event.consume();
        }
    }

    @FXML
    private void apply() {
        Proposal now = proposal;
        if (now != null && answers.isSettled()) {
            close();
            accept.accept(now);
        }
    }

    /** Closes it; nothing is changed. */
    @FXML
    public void close() {
        answers.cancel();
        texts.cancel();
        proposal = null;
        before.closing();
        over.getChildren().remove(card);
    }

    /** Tells whether it lies over the window. */
    public boolean isOpen() {
        return over.getChildren().contains(card);
    }

    /** Tells whether what was asked is shown. */
    public boolean isSettled() {
        return answers.isSettled() && texts.isSettled();
    }

    /** Ends what runs for it. */
    public void end() {
        close();
        answers.close();
        texts.close();
    }
}
