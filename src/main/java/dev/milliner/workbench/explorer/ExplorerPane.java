package dev.milliner.workbench.explorer;

import dev.milliner.distro.Component;
import dev.milliner.distro.Severity;
import dev.milliner.workbench.base.Fxml;
import dev.milliner.workbench.base.Later;
import dev.milliner.workbench.base.Rest;
import dev.milliner.workbench.base.Snapshot;
import dev.milliner.workbench.words.Wording;
import dev.milliner.workbench.words.Words;
import java.time.Duration;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.WeakHashMap;
import java.util.function.Consumer;
import java.util.function.Function;
import javafx.css.PseudoClass;
import javafx.fxml.FXML;
import javafx.scene.control.ContextMenu;
import javafx.scene.control.Label;
import javafx.scene.control.MenuItem;
import javafx.scene.control.SeparatorMenuItem;
import javafx.scene.control.TextField;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.Tooltip;
import javafx.scene.control.TreeItem;
import javafx.scene.control.TreeView;
import javafx.scene.input.ContextMenuEvent;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseEvent;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;

/** The tree of what the distro resolves to, with its filter. */
public final class ExplorerPane {
    @FXML
    private VBox root;

    @FXML
    private Label total;

    @FXML
    private TextField filterField;

    @FXML
    private FlowPane chips;

    @FXML
    private ToggleButton customisedChip;

    @FXML
    private ToggleButton overlaysChip;

    @FXML
    private ToggleButton problemsChip;

    @FXML
    private TreeView<ExplorerNode> tree;

    @FXML
    private Label emptyState;

    private static final Duration REST = Duration.ofMillis(800);
    private static final PseudoClass NONE = PseudoClass.getPseudoClass("none");

    private final Consumer<ExplorerNode> selected;
    private final Consumer<ExplorerNode> opened;
    private final Set<String> expanded = new HashSet<>(Set.of(
            "section " + Wording.of("explorer.tree.images"), "section " + Wording.of("explorer.tree.components")));
    private final Later later = new Later(Wording.of("activity.explorer"));
    /** While somebody types, the tree can wait: to make it anew with each key would slow the typing down. */
    private final Rest rest = new Rest(REST, this::rebuild);

    private String colour = "";
    private final Set<ExplorerCell> cells = Collections.newSetFromMap(new WeakHashMap<>());

    private @Nullable Snapshot snapshot;
    private @Nullable ExplorerTree shown;
    private ExplorerFilter shownFilter = ExplorerFilter.parse("");
    private boolean replacing;

    /**
     * Makes the pane.
     *
     * @param selected told when another row is selected
     * @param opened told when a row is opened by Enter or a double click
     */
    public ExplorerPane(Consumer<ExplorerNode> selected, Consumer<ExplorerNode> opened) {
        this.selected = selected;
        this.opened = opened;
        Fxml.load("explorer/explorer.fxml", this);
        tree.setCellFactory(view -> {
            ExplorerCell cell = new ExplorerCell(() -> snapshot);
            cells.add(cell);
            return cell;
        });
        tree.setShowRoot(false);
        tree.getSelectionModel().selectedItemProperty().subscribe(this::select);
        tree.addEventHandler(KeyEvent.KEY_PRESSED, this::treeKey);
        tree.addEventHandler(MouseEvent.MOUSE_CLICKED, this::treeClick);
        filterField.textProperty().subscribe(this::rebuild);
        filterField.addEventFilter(KeyEvent.KEY_PRESSED, this::filterKey);
        chips.setVisible(false);
        emptyState.setText(Wording.of("explorer.pane.resolving-distro"));
        emptyState.setVisible(true);
        chip(customisedChip, "is:customised");
        chip(overlaysChip, "has:overlays");
        chip(problemsChip, "has:problem");
    }

    private void chip(ToggleButton chip, String condition) {
        chip.setOnAction(event -> {
            String others = filterField.getText().replace(condition, "").strip();
            filterField.setText((others + (chip.isSelected() ? " " + condition : "")).strip());
        });
        chip.setTooltip(new Tooltip(Wording.of("explorer.pane.only-these-puts", condition)));
        filterField.textProperty().subscribe(text -> chip.setSelected(text.contains(condition)));
    }

    /** Gives its rows a menu: opening, and what is offered for a row. */
    public void offer(Function<ExplorerNode, List<MenuItem>> items) {
        ContextMenu menu = new ContextMenu();
        menu.setId("explorer-menu");
        tree.setContextMenu(menu);
        tree.addEventFilter(ContextMenuEvent.CONTEXT_MENU_REQUESTED, event -> {
            TreeItem<ExplorerNode> item = tree.getSelectionModel().getSelectedItem();
            menu.getItems().clear();
            if (item != null) {
                MenuItem open = new MenuItem(Wording.of("explorer.pane.open"));
                open.setOnAction(chosen -> open());
                menu.getItems().addAll(open, new SeparatorMenuItem());
                menu.getItems().addAll(items.apply(now(item)));
            }
        });
    }

    /** The node to put on the screen. */
    public VBox node() {
        return root;
    }

    /** Shows another state of the distro. */
    public void show(Snapshot now) {
        snapshot = now;
        chips.setVisible(true);
        total.setText(Words.number(now.distro().components().size()));
        int problems = now.problems().size();
        problemsChip.setText(Wording.of("explorer.pane.problems", Words.number(problems)));
        problemsChip.pseudoClassStateChanged(NONE, problems == 0);
        boolean errors = now.count(Severity.ERROR) > 0;
        colour(problems == 0 ? "" : errors ? "error" : "warning");
        if (shown == null) {
            rebuild();
        } else {
            rest.begin();
        }
    }

    /** A node whose classes are set is styled anew, though they be the same. */
    private void colour(String severity) {
        if (!severity.equals(colour)) {
            problemsChip.getStyleClass().remove(colour);
            colour = severity;
            if (!severity.isEmpty()) {
                problemsChip.getStyleClass().add(severity);
            }
        }
    }

    private void count(Counts counts) {
        customisedChip.setText(Wording.of("explorer.pane.customised", Words.number(counts.customised())));
        overlaysChip.setText(Wording.of("explorer.pane.overlays", Words.number(counts.overlaid())));
    }

    /** Puts the keyboard into the tree. */
    public void focusTree() {
        tree.requestFocus();
    }

    /** Puts the keyboard into the filter. */
    public void focusFilter() {
        filterField.requestFocus();
        filterField.selectAll();
    }

    /** Selects and shows the row with a key, if the filter lets it through. */
    public void reveal(String key) {
        if (shown != null) {
            shown.item(key).ifPresent(item -> {
                for (TreeItem<ExplorerNode> above = item.getParent(); above != null; above = above.getParent()) {
                    above.setExpanded(true);
                }
                replacing = true;
                tree.getSelectionModel().select(item);
                replacing = false;
                tree.scrollTo(Math.max(0, tree.getRow(item) - 4));
            });
        }
    }

    /** Selects the row of an overlay, if its component is opened; the index counts from 0. */
    public void selectOverlay(String component, int index) {
        if (shown != null) {
            shown.item("COMPONENT " + component)
                    .filter(TreeItem::isExpanded)
                    .filter(item -> index < item.getChildren().size())
                    .ifPresent(item -> {
                        replacing = true;
                        tree.getSelectionModel().select(item.getChildren().get(index));
                        replacing = false;
                    });
        }
    }

    /** Tells whether the tree shows the newest state. */
    public boolean isSettled() {
        return later.isSettled() && !rest.isRunning();
    }

    private void rebuild() {
        rest.end();
        Snapshot now = snapshot;
        if (now == null) {
            return;
        }
        ExplorerFilter filter = ExplorerFilter.parse(filterField.getText());
        Set<String> open = Set.copyOf(expanded);
        later.ask(() -> new Made(new ExplorerTree(now, filter, open), Counts.of(now)), made -> {
            count(made.counts());
            show(made.tree(), filter);
        });
    }

    /** What is worked out elsewhere for a state of the distro. */
    private record Made(ExplorerTree tree, Counts counts) {}

    private record Counts(long customised, long overlaid) {
        static Counts of(Snapshot now) {
            var components = now.distro().components().values();
            return new Counts(
                    components.stream().filter(Component::isCustomised).count(),
                    components.stream()
                            .filter(component -> component.hasOverlays())
                            .count());
        }
    }

    /** Where the rows are the same, they stay, and say what they are now: an edit mostly changes what one of them says. */
    private void show(ExplorerTree made, ExplorerFilter filter) {
        if (shown != null && filter.equals(shownFilter) && made.isShapedAs(shown)) {
            cells.forEach(ExplorerCell::again);
        } else {
            replace(made, filter);
        }
    }

    private ExplorerNode now(TreeItem<ExplorerNode> item) {
        return snapshot == null ? item.getValue() : item.getValue().in(snapshot.distro());
    }

    private void replace(ExplorerTree made, ExplorerFilter filter) {
        ExplorerItem top = made.root();
        TreeItem<ExplorerNode> before = tree.getSelectionModel().getSelectedItem();
        String key = before == null ? "" : before.getValue().key();
        shown = made;
        shownFilter = filter;
        replacing = true;
        tree.setRoot(top);
        if (filter.isEmpty()) {
            top.addEventHandler(
                    TreeItem.<ExplorerNode>branchExpandedEvent(),
                    event -> expanded.add(event.getTreeItem().getValue().key()));
            top.addEventHandler(
                    TreeItem.<ExplorerNode>branchCollapsedEvent(),
                    event -> expanded.remove(event.getTreeItem().getValue().key()));
        }
        restore(made, key);
        replacing = false;
        emptyState.setVisible(made.matches() == 0);
        emptyState.setText(
                filter.isEmpty()
                        ? Wording.of("explorer.pane.nothing-defined-here")
                        : Wording.of("explorer.pane.nothing-matches-filter"));
    }

    private void restore(ExplorerTree made, String key) {
        if (key.startsWith("overlay ")) {
            String[] parts = key.split(" ", -1);
            made.item("COMPONENT " + parts[1]).ifPresent(parent -> parent.getChildren().stream()
                    .filter(child -> child.getValue().key().equals(key))
                    .findFirst()
                    .ifPresent(child -> tree.getSelectionModel().select(child)));
        } else {
            made.item(key).ifPresent(item -> tree.getSelectionModel().select(item));
        }
    }

    private void select(@Nullable TreeItem<ExplorerNode> item) {
        if (item != null && !replacing) {
            selected.accept(now(item));
        }
    }

    private void open() {
        TreeItem<ExplorerNode> item = tree.getSelectionModel().getSelectedItem();
        if (item != null) {
            opened.accept(now(item));
        }
    }

    private void treeKey(KeyEvent event) {
        if (event.getCode() == KeyCode.ENTER) {
            open();
            event.consume();
        } else if (event.getCode() == KeyCode.SLASH) {
            focusFilter();
            event.consume();
        }
    }

    private void treeClick(MouseEvent event) {
        if (event.getClickCount() == 2) {
            open();
        }
    }

    private void filterKey(KeyEvent event) {
        if (event.getCode() == KeyCode.ESCAPE && !filterField.getText().isEmpty()) {
            filterField.clear();
            event.consume();
        } else if (event.getCode() == KeyCode.DOWN || event.getCode() == KeyCode.ENTER) {
            tree.requestFocus();
            if (tree.getSelectionModel().isEmpty()) {
                tree.getSelectionModel().selectFirst();
            }
            event.consume();
        }
    }

    /** Ends what it works out. */
    public void close() {
        rest.end();
        later.close();
    }
}
