package dev.milliner.workbench.search;

import dev.milliner.distro.Distro;
import dev.milliner.language.Symbol;
import dev.milliner.search.SpecSearch;
import dev.milliner.workbench.base.CommandRegistry;
import dev.milliner.workbench.base.KeyboardBefore;
import dev.milliner.workbench.base.Later;
import dev.milliner.workbench.base.Shortened;
import dev.milliner.workbench.words.Wording;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Stream;
import javafx.application.Platform;
import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.control.ListView;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
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
    private final KeyboardBefore before = new KeyboardBefore();
    private final Later later = new Later(Wording.of("activity.search"));
    private final Later specs = new Later(Wording.of("activity.search-specs"));
    private boolean isAwaited;
    private final AtomicLong searches = new AtomicLong();
    private final Supplier<Optional<Distro>> distro;
    private final Supplier<Optional<String>> currentFile;
    private final Function<String, List<Symbol>> symbols;
    private final CommandRegistry commands;
    private final SpecSearch rendered;
    private final Consumer<Hit> chosen;

    /**
     * Makes the palette, closed.
     *
     * @param distro what to search in
     * @param currentFile the file in front
     * @param symbols finds definitions; called on any thread
     * @param commands what can be done
     * @param rendered searches rendered specs
     * @param chosen told what was chosen
     */
    public SearchPalette(
            Supplier<Optional<Distro>> distro,
            Supplier<Optional<String>> currentFile,
            Function<String, List<Symbol>> symbols,
            CommandRegistry commands,
            SpecSearch rendered,
            Consumer<Hit> chosen) {
        this.distro = distro;
        this.currentFile = currentFile;
        this.symbols = symbols;
        this.commands = commands;
        this.rendered = rendered;
        this.chosen = chosen;
        box.getStyleClass().addAll("palette", "of-choices");
        box.setMaxSize(640, Region.USE_PREF_SIZE);
        box.setId("palette");
        field.setPromptText(Wording.of("search.palette.go-component-package"));
        list.setFixedCellSize(ROW);
        list.setCellFactory(view -> new Cell());
        list.setId("palette-list");
        list.setFocusTraversable(false);
        list.setOnMouseClicked(event -> choose());
        empty.getStyleClass().addAll("second", "small");
        StackPane.setAlignment(box, Pos.TOP_CENTER);
        StackPane.setMargin(box, new javafx.geometry.Insets(48, 20, 20, 20));
        root.setOnKeyPressed(event -> {
            if (event.getCode() == KeyCode.ESCAPE) {
                close();
                event.consume();
            }
        });
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
        before.opening(root, root);
        root.setVisible(true);
        field.setText(text);
        field.requestFocus();
        field.end();
        search(text);
    }

    /** Closes it. */
    public void close() {
        searches.incrementAndGet();
        later.cancel();
        specs.cancel();
        before.closing();
        root.setVisible(false);
    }

    /** Tells whether what was typed is answered. */
    public boolean isSettled() {
        return later.isSettled() && specs.isSettled();
    }

    private void search(String typed) {
        if (!root.isVisible()) {
            return;
        }
        long number = searches.incrementAndGet();
        isAwaited = false;
        specs.cancel();
        Optional<Distro> now = distro.get();
        Optional<String> file = currentFile.get();
        if (typed.startsWith(QuickSearch.SYMBOLS)) {
            String name = typed.substring(QuickSearch.SYMBOLS.length()).strip();
            later.ask(() -> QuickSearch.symbols(symbols.apply(name)), hits -> show(hits, nothing(name, "")));
            return;
        }
        // Whether a command can be run is for the JavaFX thread to say.
        List<Hit> runnable = QuickSearch.commands(commands, typed);
        if (typed.startsWith(QuickSearch.COMMANDS) || now.isEmpty()) {
            later.ask(() -> runnable, hits -> show(hits, nothing(typed, "")));
            return;
        }
        later.ask(
                () -> Stream.concat(QuickSearch.find(now.get(), typed, file).stream(), runnable.stream())
                        .toList(),
                hits -> {
                    show(hits, typed.isBlank() ? "" : Wording.of("search.palette.searching-rendered-specs"));
                    searchSpecs(now.get(), typed, number, QuickSearch.MOST - hits.size());
                });
    }

    /** What is found in specs comes below all else, when it comes. */
    private void searchSpecs(Distro searched, String typed, long number, int most) {
        specs.ask(
                () -> new InSpecs(
                        RenderedSpecSearch.find(rendered, searched, typed, most, () -> searches.get() == number),
                        QuickSearch.near(searched, typed)),
                found -> add(found.hits(), nothing(typed, found.near())));
    }

    private record InSpecs(List<Hit> hits, String near) {}

    private static String nothing(String typed, String near) {
        return typed.isBlank()
                ? ""
                : Wording.of("search.palette.nothing-called-says", typed.strip(), near)
                        .strip();
    }

    private void show(List<Hit> hits, String ifNone) {
        list.getItems().setAll(hits);
        list.getSelectionModel().selectFirst();
        list.scrollTo(0);
        fit(ifNone);
        chooseIfAwaited();
    }

    private void add(List<Hit> hits, String ifNone) {
        list.getItems().addAll(hits);
        if (list.getSelectionModel().isEmpty()) {
            list.getSelectionModel().selectFirst();
        }
        fit(ifNone);
        chooseIfAwaited();
    }

    private void fit(String ifNone) {
        int rows = list.getItems().size();
        double height = Math.min(rows, MOST_ROWS_SHOWN) * (double) ROW + 2;
        list.setPrefHeight(height);
        list.setMinHeight(height);
        list.setVisible(rows > 0);
        list.setManaged(rows > 0);
        empty.setVisible(rows == 0);
        empty.setManaged(rows == 0);
        empty.setText(ifNone);
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

    /** Enter is quicker than the answer at times; the list then is still that of what was typed before. */
    private void choose() {
        isAwaited = !later.isSettled() || (list.getItems().isEmpty() && !specs.isSettled());
        if (!isAwaited) {
            chooseSelected();
        }
    }

    private void chooseIfAwaited() {
        if (isAwaited && !list.getItems().isEmpty()) {
            isAwaited = false;
            chooseSelected();
        }
    }

    private void chooseSelected() {
        Hit hit = list.getSelectionModel().getSelectedItem();
        if (hit != null) {
            close();
            // Not while its own key is handled: the field would go on blinking after it has lost the keyboard.
            Platform.runLater(() -> chosen.accept(hit));
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
