package dev.milliner.workbench.shell;

import dev.milliner.distro.Component;
import dev.milliner.distro.Definition;
import dev.milliner.distro.Distro;
import dev.milliner.distro.Image;
import dev.milliner.text.Place;
import dev.milliner.workbench.base.Command;
import dev.milliner.workbench.base.Fxml;
import dev.milliner.workbench.base.Keys;
import dev.milliner.workbench.base.Snapshot;
import dev.milliner.workbench.base.WorkbenchPage;
import dev.milliner.workbench.editor.CodeEditor;
import dev.milliner.workbench.editor.EditorEvents;
import dev.milliner.workbench.editor.EditorTabs;
import dev.milliner.workbench.explorer.ExplorerNode;
import dev.milliner.workbench.explorer.ExplorerPane;
import dev.milliner.workbench.inspector.InspectorPane;
import dev.milliner.workbench.overlays.OverlayPage;
import dev.milliner.workbench.overlays.OverlayPanel;
import dev.milliner.workbench.problems.ProblemsPane;
import dev.milliner.workbench.refactor.Subject;
import dev.milliner.workbench.words.Wording;
import dev.milliner.workbench.words.Words;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import javafx.fxml.FXML;
import javafx.scene.control.MenuItem;
import javafx.scene.control.SplitPane;
import javafx.scene.control.Tab;
import javafx.scene.control.TabPane;
import javafx.scene.input.KeyCode;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;

/** The distro: its tree, the editor with its panels, and the inspector. */
final class DistroPage implements WorkbenchPage, EditorEvents {
    static final String ID = "distro";

    @FXML
    private SplitPane root;

    @FXML
    private SplitPane middle;

    @FXML
    private StackPane sideHolder;

    @FXML
    private StackPane editorHolder;

    @FXML
    private VBox editorEmpty;

    @FXML
    private TabPane bottomTabs;

    @FXML
    private StackPane inspectorHolder;

    private final PageParts parts;
    private final EditorTabs editors;
    private final ExplorerPane explorer = new ExplorerPane(this::selected, this::opened);
    private final ProblemsPane problems;
    private final OverlayPanel overlayPanel;
    private final Inspection inspection;
    private final EditorCommands commands;
    private final Panels panels;
    private final ValuesInEditor changes;
    private final Tab effectTab = new Tab(Wording.of("shell.distro-page.overlay-effect"));
    private final Tab problemsTab = new Tab(Wording.of("shell.distro-page.problems"));
    private final Tab buildTab = new Tab(Wording.of("shell.distro-page.build-log"));

    DistroPage(PageParts parts) {
        this.parts = parts;
        editors = parts.files().tabs();
        Fxml.load("distro.fxml", this);
        panels = Panels.of(root, middle);
        changes = new ValuesInEditor(parts.files(), parts.host());
        InspectorPane inspector = new InspectorPane(parts.host()::goTo, changes, this::editResult);
        problems = new ProblemsPane(parts.host()::goTo);
        overlayPanel = new OverlayPanel(parts.overlays());
        inspection = new Inspection(parts.workspace(), inspector, parts.overlays(), editors, explorer);
        commands = new EditorCommands(parts.files(), parts.window().settings());
        inspectorHolder.getChildren().setAll(inspector.node());
        arrange();
        editors.listen(this);
    }

    private void arrange() {
        sideHolder.getChildren().setAll(explorer.node());
        editorHolder.getChildren().addFirst(editors.node());
        editors.node().getTabs().addListener((javafx.beans.Observable tabs) -> showEmptyState());
        showEmptyState();
        effectTab.setContent(overlayPanel.node());
        problemsTab.setContent(problems.node());
        buildTab.setContent(parts.builds().logPanel());
        bottomTabs.getTabs().setAll(effectTab, problemsTab, buildTab);
        explorer.offer(this::offered);
        SplitPane.setResizableWithParent(sideHolder, false);
        SplitPane.setResizableWithParent(inspectorHolder, false);
        SplitPane.setResizableWithParent(bottomTabs, false);
    }

    private void showEmptyState() {
        boolean none = editors.node().getTabs().isEmpty();
        editors.node().setVisible(!none);
        editorEmpty.setVisible(none);
        if (none) {
            parts.status().noEditor();
            inspection.leave();
        }
    }

    @Override
    public Face face() {
        return new Face(
                ID, Wording.of("shell.distro-page.distro"), "mdi2f-file-tree-outline", Keys.control(KeyCode.DIGIT1));
    }

    @Override
    public SplitPane node() {
        return root;
    }

    @Override
    public List<Command> commands() {
        return Stream.of(
                        commands.all(this::focusFilter, this::showProblems).stream(),
                        parts.refactorings().commands(this::focus).stream(),
                        new ResultCommands(editors, this::distro, parts.overlays()).all().stream(),
                        new ProblemSteps(parts.workspace(), editors, parts.host()).all().stream(),
                        panels.commands().stream())
                .flatMap(one -> one)
                .toList();
    }

    private Optional<Distro> distro() {
        return Optional.ofNullable(parts.workspace().snapshot()).map(Snapshot::distro);
    }

    @Override
    public void show(Snapshot snapshot) {
        // What overlays do is worked out beside all that follows.
        inspection.show(snapshot.distro());
        explorer.show(snapshot);
        problems.show(snapshot.causes());
        problemsTab.setText(
                snapshot.problems().isEmpty()
                        ? Wording.of("shell.distro-page.problems")
                        : Wording.of(
                                "shell.distro-page.problems-count",
                                Words.number(snapshot.problems().size())));
        remark(snapshot);
    }

    /** Says in the editors what overlays do. Between an edit and what it resolves to, they know better where things are. */
    void remark(Snapshot snapshot) {
        if (parts.workspace().isSettled()) {
            EditorRemarks.show(snapshot, parts.scan(), editors.all());
        }
    }

    /** What a refactoring would be about: what is inspected, and the file in front. */
    private Optional<Subject> focus() {
        Optional<String> file = editors.current().map(editor -> editor.file().path());
        return Optional.ofNullable(parts.workspace().snapshot())
                .map(snapshot -> new Subject(snapshot.distro(), inspection.inspected(), file));
    }

    /** The component in focus, while it can be seen that it is. */
    Optional<Component> component() {
        return root.isVisible()
                ? inspection.inspected().filter(Component.class::isInstance).map(Component.class::cast)
                : Optional.empty();
    }

    private List<MenuItem> offered(ExplorerNode node) {
        Snapshot snapshot = parts.workspace().snapshot();
        Optional<String> file = node instanceof ExplorerNode.FileRow row ? Optional.of(row.path()) : Optional.empty();
        return snapshot == null
                ? List.of()
                : Stream.concat(
                                node.definition().filter(Component.class::isInstance).map(this::editing).stream(),
                                parts
                                        .refactorings()
                                        .items(new Subject(snapshot.distro(), node.definition(), file))
                                        .stream())
                        .toList();
    }

    private MenuItem editing(Definition component) {
        MenuItem item = new MenuItem(Wording.of("shell.distro-page.edit-result-overlays"));
        item.setId("item-edit-result");
        item.setOnAction(event -> editResult(component));
        return item;
    }

    /** Brings a definition into focus. */
    void inspect(Definition definition) {
        inspection.inspect(definition);
    }

    private void editResult(Definition component) {
        inspect(component);
        parts.host().showPage(OverlayPage.ID);
        parts.overlays().editsResultProperty().set(true);
    }

    private void selected(ExplorerNode node) {
        node.definition().ifPresent(inspection::inspect);
        parts.builds()
                .offerComponent(node.definition()
                        .filter(Component.class::isInstance)
                        .map(one -> one.name())
                        .orElse(null));
        if (node instanceof ExplorerNode.OverlayRow row) {
            parts.overlays().selectedProperty().set(row.index() + 1);
            bottomTabs.getSelectionModel().select(effectTab);
        }
    }

    private void opened(ExplorerNode node) {
        if (node instanceof ExplorerNode.Defined defined
                && defined.value() instanceof Image image
                && image.definitionPath().isPresent()) {
            parts.host().goTo(Place.startOf(relative(image.definitionPath().get())));
        } else {
            node.place().ifPresent(parts.host()::goTo);
        }
    }

    private String relative(String path) {
        Path tree = parts.workspace().root();
        Path file = tree.resolve(path);
        return file.startsWith(tree) ? tree.relativize(file).toString() : file.toString();
    }

    /** Opens a place in the editor. */
    void open(Place place) {
        editors.leave();
        parts.files().open(place.file(), editor -> {
            editors.goTo(editor, place);
            Snapshot snapshot = parts.workspace().snapshot();
            if (snapshot != null && parts.workspace().isSettled()) {
                EditorRemarks.show(
                        snapshot.with(parts.scan().problems(snapshot.distro())), parts.scan(), List.of(editor));
            }
        });
    }

    @Override
    public void edited(CodeEditor editor) {
        parts.status().show(editor);
        parts.status().somethingElseIsDone();
    }

    @Override
    public void caretMoved(CodeEditor editor) {
        parts.status().show(editor);
        inspection.inspect(editor);
    }

    private void focusFilter() {
        panels.side().show();
        explorer.focusFilter();
    }

    void showProblems() {
        parts.host().showPage(ID);
        panels.bottom().show();
        bottomTabs.getSelectionModel().select(problemsTab);
    }

    void showBuildLog() {
        panels.bottom().show();
        bottomTabs.getSelectionModel().select(buildTab);
    }

    ExplorerPane explorer() {
        return explorer;
    }

    /** The split panes: columns, and the rows of the middle one. */
    SplitPane rows() {
        return middle;
    }

    @Override
    public boolean isSettled() {
        return explorer.isSettled() && inspection.isSettled() && overlayPanel.isSettled();
    }

    @Override
    public void close() {
        explorer.close();
        inspection.close();
        changes.close();
        overlayPanel.close();
    }
}
