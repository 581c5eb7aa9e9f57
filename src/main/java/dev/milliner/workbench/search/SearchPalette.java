package dev.milliner.workbench.search;

import dev.milliner.distro.Distro;
import dev.milliner.workbench.base.CommandRegistry;
import dev.milliner.workbench.base.Later;
import dev.milliner.workbench.base.Shortened;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Supplier;
import java.util.stream.Stream;
import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.control.ListView;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;

/** Quick search: a field and what it finds, over the middle of the window until something is chosen. */
public final class SearchPalette {
    private static final int ROW = 26;
    private static final int MOST_ROWS_SHOWN = 14;

    private final TextField field = new TextField();
    private final ListView<Hit> list = new ListView<>();
    private final Label empty = new Label();
    private final VBox box = new VBox(field, list, empty);
    private final StackPane root = new StackPane(box);
    private final Later later = new Later("search");
    private final Supplier<Optional<Distro>> distro;
    private final Supplier<Optional<String>> currentFile;
    private final CommandRegistry commands;
    private final Consumer<Hit> chosen;

    /**
     * Makes the palette, closed.
     *
     * @param distro what to search in
     * @param currentFile the file in front
     * @param commands what can be done
     * @param chosen told what was chosen
     */
    public SearchPalette(
            Supplier<Optional<Distro>> distro,
            Supplier<Optional<String>> currentFile,
            CommandRegistry commands,
            Consumer<Hit> chosen) {
        this.distro = distro;
        this.currentFile = currentFile;
        this.commands = commands;
        this.chosen = chosen;
        box.getStyleClass().add("palette");
        box.setMaxSize(640, Region.USE_PREF_SIZE);
        box.setId("palette");
        field.setPromptText("Go to component, package, file, value…  :line  >command");
        list.setFixedCellSize(ROW);
        list.setCellFactory(view -> new Cell());
        list.setFocusTraversable(false);
        list.setOnMouseClicked(event -> choose());
        empty.getStyleClass().addAll("second", "small");
        StackPane.setAlignment(box, Pos.TOP_CENTER);
        StackPane.setMargin(box, new javafx.geometry.Insets(48, 20, 20, 20));
        root.setOnMousePressed(event -> {
            if (event.getTarget().equals(root)) {
                close();
            }
        });
        field.textProperty().subscribe(this::search);
        field.addEventFilter(KeyEvent.KEY_PRESSED, this::key);
        root.setVisible(false);
    }

    /** The node to lay over the window. */
    public StackPane node() {
        return root;
    }

    /** Opens it with a text. */
    public void open(String text) {
        root.setVisible(true);
        field.setText(text);
        field.requestFocus();
        field.end();
        search(text);
    }

    /** Closes it. */
    public void close() {
        later.cancel();
        root.setVisible(false);
    }

    /** Tells whether what was typed is answered. */
    public boolean isSettled() {
        return later.isSettled();
    }

    private void search(String typed) {
        if (!root.isVisible()) {
            return;
        }
        Optional<Distro> now = distro.get();
        Optional<String> file = currentFile.get();
        // Whether a command can be run is for the JavaFX thread to say.
        List<Hit> runnable = QuickSearch.commands(commands, typed);
        if (typed.startsWith(QuickSearch.COMMANDS)) {
            later.ask(() -> runnable, hits -> show(hits, typed, ""));
            return;
        }
        later.ask(
                () -> {
                    List<Hit> hits = Stream.concat(
                                    now
                                            .map(searched -> QuickSearch.find(searched, typed, file))
                                            .orElse(List.of())
                                            .stream(),
                                    runnable.stream())
                            .toList();
                    String near = hits.isEmpty()
                            ? now.map(searched -> QuickSearch.near(searched, typed))
                                    .orElse("")
                            : "";
                    return new Answer(hits, near);
                },
                answer -> show(answer.hits(), typed, answer.near()));
    }

    private record Answer(List<Hit> hits, String near) {}

    private void show(List<Hit> hits, String typed, String near) {
        list.getItems().setAll(hits);
        list.getSelectionModel().selectFirst();
        list.scrollTo(0);
        double height = Math.min(hits.size(), MOST_ROWS_SHOWN) * (double) ROW + 2;
        list.setPrefHeight(height);
        list.setMinHeight(height);
        list.setVisible(!hits.isEmpty());
        list.setManaged(!hits.isEmpty());
        empty.setVisible(hits.isEmpty());
        empty.setManaged(hits.isEmpty());
        empty.setText(typed.isBlank() ? "" : ("Nothing is called or says “" + typed.strip() + "”. " + near).strip());
    }

    private void key(KeyEvent event) {
        switch (event.getCode()) {
            case ESCAPE -> close();
            case ENTER -> choose();
            case DOWN -> move(1);
            case UP -> move(-1);
            case PAGE_DOWN -> move(MOST_ROWS_SHOWN);
            case PAGE_UP -> move(-MOST_ROWS_SHOWN);
            default -> {
                return;
            }
        }
        event.consume();
    }

    private void move(int by) {
        int size = list.getItems().size();
        if (size > 0) {
            int index = Math.clamp(list.getSelectionModel().getSelectedIndex() + (long) by, 0, size - 1);
            list.getSelectionModel().select(index);
            list.scrollTo(Math.max(0, index - MOST_ROWS_SHOWN + 2));
        }
    }

    private void choose() {
        Hit hit = list.getSelectionModel().getSelectedItem();
        if (hit != null) {
            close();
            chosen.accept(hit);
        }
    }

    private static final class Cell extends ListCell<Hit> {
        private final Label kind = new Label();
        private final Label title = new Label();
        private final Label detail = new Label();
        private final HBox box = new HBox(10);

        Cell() {
            kind.getStyleClass().add("row-note");
            kind.setMinWidth(110);
            kind.setPrefWidth(110);
            detail.getStyleClass().add("row-note");
            Shortened.inMiddle(detail);
            Shortened.inMiddle(title).setMinWidth(120);
            Region gap = new Region();
            HBox.setHgrow(gap, Priority.ALWAYS);
            box.setAlignment(Pos.CENTER_LEFT);
            box.setPrefWidth(100);
            box.getChildren().setAll(kind, title, gap, detail);
        }

        @Override
        protected void updateItem(@Nullable Hit hit, boolean empty) {
            super.updateItem(hit, empty);
            if (empty || hit == null) {
                setGraphic(null);
                return;
            }
            kind.setText(hit.kind());
            title.setText(hit.title());
            detail.setText(hit.detail());
            setGraphic(box);
        }
    }
}
