package dev.milliner.workbench.search;

import dev.milliner.distro.Distro;
import dev.milliner.ground.Failures;
import dev.milliner.search.QueryFault;
import dev.milliner.search.SavedQuery;
import dev.milliner.search.SavedQuery.Over;
import dev.milliner.search.SpecSearch;
import dev.milliner.search.TextSearch;
import dev.milliner.search.TreeSearch;
import dev.milliner.search.ValueQuery;
import dev.milliner.text.Place;
import dev.milliner.workbench.base.Fxml;
import dev.milliner.workbench.base.Keys;
import dev.milliner.workbench.base.Later;
import dev.milliner.workbench.base.Snapshot;
import dev.milliner.workbench.base.WorkbenchPage;
import dev.milliner.workbench.refactor.RefactoringDesk;
import dev.milliner.workbench.words.Wording;
import dev.milliner.workbench.words.Words;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Consumer;
import javafx.fxml.FXML;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ListView;
import javafx.scene.control.MenuButton;
import javafx.scene.control.TextField;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.ToggleGroup;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;

/** Search over the tree's text, over what definitions resolve to, and over rendered specs. */
public final class SearchPage implements WorkbenchPage {
    private static final int SHORTEST = 2;

    @FXML
    private VBox root;

    @FXML
    private ToggleButton textToggle;

    @FXML
    private ToggleButton valuesToggle;

    @FXML
    private ToggleButton specsToggle;

    @FXML
    private TextField field;

    @FXML
    private ToggleButton caseToggle;

    @FXML
    private ToggleButton wordToggle;

    @FXML
    private ToggleButton regexToggle;

    @FXML
    private MenuButton savedMenu;

    @FXML
    private HBox replaceRow;

    @FXML
    private TextField replaceField;

    @FXML
    private Button replaceButton;

    @FXML
    private Label status;

    @FXML
    private ListView<SearchRow> list;

    @FXML
    private Label emptyState;

    private final RefactoringDesk desk;
    private final Consumer<Place> goTo;
    private final SpecSearch specs;
    private final Later later = new Later(Wording.of("activity.search-tree"));
    private final Later indexing = new Later(Wording.of("activity.index-specs"));
    private final AtomicLong runs = new AtomicLong();
    private final ToggleGroup over = new ToggleGroup();
    private @Nullable Distro distro;
    private boolean inFront;
    private boolean isStale;

    /**
     * Makes the page.
     *
     * @param specs searches rendered specs
     * @param desk shows replacements before they are made
     * @param goTo brings a place to the front
     */
    public SearchPage(SpecSearch specs, RefactoringDesk desk, Consumer<Place> goTo) {
        this.specs = specs;
        this.desk = desk;
        this.goTo = goTo;
        Fxml.load("search/search.fxml", this);
        for (ToggleButton toggle : List.of(textToggle, valuesToggle, specsToggle)) {
            toggle.setToggleGroup(over);
        }
        over.selectToggle(textToggle);
        over.selectedToggleProperty().subscribe((before, now) -> {
            if (now == null) {
                over.selectToggle(before);
            } else {
                choose();
            }
        });
        for (ToggleButton toggle : List.of(caseToggle, wordToggle, regexToggle)) {
            toggle.selectedProperty().subscribe(now -> search());
        }
        field.textProperty().subscribe(text -> search());
        field.addEventFilter(KeyEvent.KEY_PRESSED, this::pressedInField);
        replaceField.addEventFilter(KeyEvent.KEY_PRESSED, event -> {
            if (event.getCode() == KeyCode.ENTER) {
                replace();
                event.consume();
            }
        });
        list.setCellFactory(view -> new SearchCell());
        list.setOnMouseClicked(event -> {
            if (event.getClickCount() == 2) {
                open();
            }
        });
        list.setOnKeyPressed(event -> {
            if (event.getCode() == KeyCode.ENTER) {
                open();
            }
        });
        new SavedMenu(
                savedMenu, desk, () -> Optional.ofNullable(distro), this::now, this::take, fault -> say(fault, true));
        choose();
    }

    @Override
    public Face face() {
        return new Face("search", Wording.of("search.page.search"), "mdi2m-magnify", Keys.controlShift(KeyCode.F));
    }

    @Override
    public Node node() {
        return root;
    }

    @Override
    public void show(Snapshot snapshot) {
        distro = snapshot.distro();
        isStale = true;
        if (inFront) {
            search();
        }
    }

    @Override
    public void setInFront(boolean now) {
        inFront = now;
        if (now) {
            field.requestFocus();
            field.selectAll();
            if (isStale) {
                search();
            }
        }
    }

    private Over over() {
        return valuesToggle.isSelected() ? Over.VALUES : specsToggle.isSelected() ? Over.SPECS : Over.TEXT;
    }

    private void choose() {
        boolean values = over() == Over.VALUES;
        for (ToggleButton toggle : List.of(caseToggle, wordToggle, regexToggle)) {
            toggle.setDisable(values);
        }
        replaceRow.setVisible(over() == Over.TEXT);
        replaceRow.setManaged(over() == Over.TEXT);
        field.setPromptText(
                switch (over()) {
                    case TEXT -> Wording.of("search.page.text-trees-files");
                    case VALUES -> Wording.of("search.page.build-check-skip");
                    case SPECS -> Wording.of("search.page.text-rendered-specs");
                });
        search();
    }

    private TextSearch asked() {
        return new TextSearch(
                field.getText(), regexToggle.isSelected(), caseToggle.isSelected(), wordToggle.isSelected());
    }

    private void search() {
        Distro now = distro;
        runs.incrementAndGet();
        list.getItems().clear();
        isStale = false;
        String wanted = field.getText().strip();
        replaceButton.setDisable(true);
        if (now == null || wanted.length() < SHORTEST) {
            later.cancel();
            say("", false);
            empty(
                    now == null
                            ? Wording.of("search.page.distro-being-resolved")
                            : over() == Over.VALUES
                                    ? Wording.of("search.page.ask-definitions-resolve")
                                    : Wording.of("search.page.type-least-two"));
            return;
        }
        empty("");
        say(Wording.of("search.page.searching"), false);
        SearchRun run = new SearchRun(runs, rows -> list.getItems().addAll(rows));
        switch (over()) {
            case TEXT -> searchText(now, asked(), run);
            case VALUES -> searchValues(now, wanted, run);
            case SPECS -> searchSpecs(now, asked(), run);
        }
    }

    private void searchText(Distro now, TextSearch search, SearchRun run) {
        if (isFaulty(search)) {
            return;
        }
        later.ask(
                () -> {
                    new TreeSearch(now, search).find(run.isWanted(), run::found);
                    run.flush();
                    return run;
                },
                done -> {
                    ended(done);
                    replaceButton.setDisable(done.places() == 0);
                });
    }

    private void searchSpecs(Distro now, TextSearch search, SearchRun run) {
        if (isFaulty(search)) {
            return;
        }
        later.ask(
                () -> {
                    specs.find(now, search, run.isWanted(), run::found);
                    run.flush();
                    return run;
                },
                done -> {
                    ended(done);
                    indexing.ask(() -> brought(now), trouble -> {
                        if (!trouble.isEmpty()) {
                            say(trouble, true);
                        }
                    });
                });
    }

    private String brought(Distro now) {
        try {
            specs.bringUpToDate(now, () -> true);
            return "";
        } catch (IOException failure) {
            Failures.report("Keeping the index of specs", failure);
            return Wording.of("search.page.index-specs-cant", dev.milliner.ground.FileTrouble.words(failure));
        }
    }

    private boolean isFaulty(TextSearch search) {
        search.fault().ifPresent(fault -> {
            later.cancel();
            say(fault, true);
        });
        return search.fault().isPresent();
    }

    private void searchValues(Distro now, String wanted, SearchRun run) {
        ValueQuery query;
        try {
            query = ValueQuery.parse(wanted);
        } catch (QueryFault fault) {
            later.cancel();
            say(Wording.of("search.page.fault-at-letter", fault.at() + 1, fault.reason()), true);
            return;
        }
        later.ask(
                () -> {
                    query.find(now, run.isWanted(), one -> run.found(new SearchRow.DefinitionRow(one)));
                    run.flush();
                    return run;
                },
                this::ended);
    }

    private void ended(SearchRun run) {
        if (run.places() == 0) {
            say("", false);
            empty(Wording.of("search.page.nothing-found"));
            return;
        }
        String what = over() == Over.VALUES
                ? Wording.counted("count.definition", run.places())
                : Wording.of(
                        "search.page.places-in-files",
                        Wording.counted("count.place", run.places()),
                        Wording.counted("count.file", run.files()));
        say(run.hasMore() ? Wording.of("search.page.first-listed", what, Words.number(SearchRun.MOST)) : what, false);
    }

    private void say(String sentence, boolean fault) {
        status.setText(sentence);
        status.getStyleClass().setAll("label", fault ? "error" : "second", "small");
    }

    private void empty(String why) {
        emptyState.setText(why);
        emptyState.setVisible(!why.isEmpty());
    }

    private void pressedInField(KeyEvent event) {
        if (event.getCode() == KeyCode.DOWN || event.getCode() == KeyCode.ENTER) {
            list.requestFocus();
            if (list.getSelectionModel().isEmpty()) {
                list.getSelectionModel().selectFirst();
            }
            event.consume();
        }
    }

    private void open() {
        SearchRow row = list.getSelectionModel().getSelectedItem();
        if (row != null) {
            goTo.accept(row.place());
        }
    }

    @FXML
    private void replace() {
        Distro now = distro;
        TextSearch search = asked();
        if (now == null || over() != Over.TEXT || replaceButton.isDisable()) {
            return;
        }
        String with = replaceField.getText();
        String title = Wording.of("search.page.replace", search.wanted(), with);
        desk.card().open(title, List.of(), none -> Replacing.answer(now, search, with, title), desk::make);
    }

    /** What is asked, without a name yet. */
    private SavedQuery now() {
        TextSearch search = asked();
        return new SavedQuery("", over(), search.wanted(), search.regex(), search.caseSensitive(), search.wholeWord());
    }

    private void take(SavedQuery query) {
        caseToggle.setSelected(query.caseSensitive());
        wordToggle.setSelected(query.wholeWord());
        regexToggle.setSelected(query.regex());
        over.selectToggle(
                switch (query.over()) {
                    case TEXT -> textToggle;
                    case VALUES -> valuesToggle;
                    case SPECS -> specsToggle;
                });
        field.setText(query.wanted());
    }

    @Override
    public boolean isSettled() {
        return later.isSettled() && indexing.isSettled();
    }

    @Override
    public void close() {
        runs.incrementAndGet();
        later.close();
        indexing.close();
    }
}
