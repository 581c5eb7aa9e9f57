package dev.milliner.workbench.review;

import dev.milliner.ground.FileSave;
import dev.milliner.review.Chapter;
import dev.milliner.review.FileEffect;
import dev.milliner.review.Story;
import dev.milliner.source.CommitTree;
import dev.milliner.source.TreePaths;
import dev.milliner.workbench.base.Choices;
import dev.milliner.workbench.base.Facts;
import dev.milliner.workbench.base.Fxml;
import dev.milliner.workbench.base.Keys;
import dev.milliner.workbench.base.PageHost;
import dev.milliner.workbench.base.Snapshot;
import dev.milliner.workbench.base.Words;
import dev.milliner.workbench.base.WorkbenchPage;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import javafx.application.Platform;
import javafx.fxml.FXML;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.ListView;
import javafx.scene.control.MenuButton;
import javafx.scene.control.MenuItem;
import javafx.scene.control.SplitPane;
import javafx.scene.control.Tooltip;
import javafx.scene.input.KeyCode;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;

/** What the files as they are change in effect: an item for each thing, to be read, gone to and checked off. */
public final class ReviewPage implements WorkbenchPage {
    /** The page's id. */
    public static final String ID = "review";

    private static final int MOST_FILES = 12;

    @FXML
    private VBox root;

    @FXML
    private ComboBox<String> bases;

    @FXML
    private Label took;

    @FXML
    private MenuButton exportButton;

    @FXML
    private Label glance;

    @FXML
    private HBox figures;

    @FXML
    private SplitPane parts;

    @FXML
    private Label seenCount;

    @FXML
    private ListView<Chapter> items;

    @FXML
    private VBox without;

    @FXML
    private VBox details;

    @FXML
    private Label emptyState;

    private final ReviewDesk desk;
    private final Choices choices;
    private final PageHost host;
    private final Path tree;
    private final ChapterView view;
    private final Set<String> seen = new HashSet<>();
    private boolean isSeenKnown;
    private boolean isInFront;
    private Optional<Reviewed.Told> told = Optional.empty();

    /**
     * Makes the page.
     *
     * @param tree the distro's root
     */
    public ReviewPage(ReviewDesk desk, Path tree, Choices choices, PageHost host) {
        this.desk = desk;
        this.choices = choices;
        this.host = host;
        this.tree = tree;
        Fxml.load("review/review.fxml", this);
        root.setId(ID);
        view = new ChapterView(details, host::goTo);
        items.setCellFactory(list -> new ChapterCell(this::isSeen, this::check));
        items.getSelectionModel().selectedItemProperty().subscribe(this::selected);
        items.setOnKeyPressed(event -> pressed(event.getCode()));
        items.setOnMouseClicked(event -> {
            if (event.getClickCount() == 2) {
                goToSelected();
            }
        });
        bases.getItems().add(ReviewDesk.HEAD);
        bases.setValue(ReviewDesk.HEAD);
        bases.setOnShowing(event -> offerBases());
        bases.valueProperty().subscribe(this::compareWith);
        for (ReviewFormat format : ReviewFormat.values()) {
            MenuItem item = new MenuItem(format.label());
            item.setOnAction(event -> export(format));
            exportButton.getItems().add(item);
        }
        desk.reviewedProperty().subscribe(this::showInFront);
    }

    private void pressed(KeyCode key) {
        Chapter chapter = items.getSelectionModel().getSelectedItem();
        if (key == KeyCode.ENTER) {
            goToSelected();
        } else if (key == KeyCode.SPACE && chapter != null) {
            check(chapter, !isSeen(chapter));
            items.refresh();
        }
    }

    private void goToSelected() {
        Chapter chapter = items.getSelectionModel().getSelectedItem();
        if (chapter != null) {
            chapter.place()
                    .filter(place ->
                            told.filter(one -> one.tree().exists(place.file())).isPresent())
                    .ifPresent(host::goTo);
        }
    }

    private void compareWith(@Nullable String reference) {
        if (reference != null && !reference.isBlank()) {
            desk.compareWith(reference.strip());
        }
    }

    private void offerBases() {
        Thread.ofVirtual().start(() -> {
            List<String> all = new ArrayList<>(List.of(ReviewDesk.HEAD));
            all.addAll(CommitTree.references(tree));
            Platform.runLater(() -> all.stream()
                    .filter(name -> !bases.getItems().contains(name))
                    .forEach(bases.getItems()::add));
        });
    }

    private boolean isSeen(Chapter chapter) {
        return seen.contains(SeenItems.digest(chapter));
    }

    private void check(Chapter chapter, boolean now) {
        String digest = SeenItems.digest(chapter);
        if (now ? seen.add(digest) : seen.remove(digest)) {
            desk.keep(seen);
        }
        count();
    }

    private void count() {
        long number = items.getItems().stream().filter(this::isSeen).count();
        seenCount.setText(
                items.getItems().isEmpty()
                        ? ""
                        : number + " of " + items.getItems().size() + " seen");
    }

    /** A review follows each key; what nobody sees is not drawn. */
    private void showInFront(@Nullable Reviewed reviewed) {
        if (isInFront) {
            show(reviewed);
        }
    }

    private void show(@Nullable Reviewed reviewed) {
        switch (reviewed) {
            case null -> empty("Comparing…");
            case Reviewed.Unavailable none -> empty(none.why());
            case Reviewed.Told now -> story(now);
        }
    }

    private void empty(String why) {
        told = Optional.empty();
        parts.setVisible(false);
        glance.setText("");
        figures.getChildren().clear();
        took.setText("");
        exportButton.setDisable(true);
        emptyState.setText(why);
        emptyState.setVisible(true);
    }

    private void story(Reviewed.Told now) {
        boolean same = told.map(before -> before.story().equals(now.story())).orElse(false);
        told = Optional.of(now);
        if (!isSeenKnown) {
            seen.addAll(now.seen());
            isSeenKnown = true;
        }
        took.setText("compared in " + Words.duration(now.took()));
        exportButton.setDisable(false);
        if (same) {
            return;
        }
        Story story = now.story();
        glance.setText(story.glance());
        figures.getChildren().setAll(ReviewFigures.of(now.review()));
        boolean nothing = story.chapters().isEmpty() && story.without().isEmpty();
        parts.setVisible(!nothing);
        emptyState.setVisible(nothing);
        emptyState.setText("Nothing differs from " + bases.getValue() + ".");
        int selected = Math.max(0, items.getSelectionModel().getSelectedIndex());
        items.getItems().setAll(story.chapters());
        items.getSelectionModel()
                .clearAndSelect(Math.min(selected, story.chapters().size() - 1));
        // A list that is filled anew may keep its selection without saying what stands there now.
        selected(items.getSelectionModel().getSelectedItem());
        without(story.without());
        count();
    }

    private void without(List<FileEffect.None> files) {
        without.getChildren().clear();
        if (files.isEmpty()) {
            return;
        }
        without.getChildren().add(Facts.heading("No effect, proved", Words.count(files.size(), "file")));
        files.stream().limit(MOST_FILES).map(ReviewPage::row).forEach(without.getChildren()::add);
    }

    private static HBox row(FileEffect.None none) {
        Label file = new Label(TreePaths.name(none.file().path()));
        file.setTooltip(new Tooltip(none.file().path()));
        Region gap = new Region();
        HBox.setHgrow(gap, Priority.ALWAYS);
        Label why = new Label(none.why().words());
        why.getStyleClass().add("second");
        why.setMinWidth(Region.USE_PREF_SIZE);
        return Facts.row(file, gap, why);
    }

    private void selected(@Nullable Chapter chapter) {
        if (chapter == null || told.isEmpty()) {
            view.clear();
        } else {
            view.show(chapter, told.get().tree());
        }
    }

    private void export(ReviewFormat format) {
        told.ifPresent(now -> choices.saveFile(format.file()).ifPresent(to -> save(to, format, now)));
    }

    private void save(Path to, ReviewFormat format, Reviewed.Told now) {
        Thread.ofVirtual().start(() -> {
            try {
                FileSave.export(to, format.text(now));
                Platform.runLater(() -> host.say("The review is in " + to + "."));
            } catch (IOException e) {
                Platform.runLater(() -> host.say("The review can't be written to " + to + ": " + e.getMessage()));
            }
        });
    }

    @Override
    public Face face() {
        return new Face(ID, "Review", "mdi2c-check-decagram-outline", Keys.control(KeyCode.DIGIT6));
    }

    @Override
    public VBox node() {
        return root;
    }

    @Override
    public void show(Snapshot snapshot) {
        desk.show(snapshot.distro());
    }

    @Override
    public void setInFront(boolean now) {
        isInFront = now;
        if (now) {
            show(desk.reviewedProperty().get());
            items.requestFocus();
            desk.ask();
        }
    }

    @Override
    public boolean isSettled() {
        return desk.isSettled();
    }

    @Override
    public void close() {
        desk.close();
    }
}
