package dev.milliner.workbench.shell;

import dev.milliner.build.history.BuildStore;
import dev.milliner.distro.Component;
import dev.milliner.distro.Image;
import dev.milliner.text.Place;
import dev.milliner.workbench.base.Choices;
import dev.milliner.workbench.base.Fxml;
import dev.milliner.workbench.base.Snapshot;
import dev.milliner.workbench.base.Workspace;
import dev.milliner.workbench.build.BuildDesk;
import dev.milliner.workbench.editor.CodeEditor;
import dev.milliner.workbench.editor.EditorEvents;
import dev.milliner.workbench.editor.EditorTabs;
import dev.milliner.workbench.editor.OpenFiles;
import dev.milliner.workbench.explorer.ExplorerNode;
import dev.milliner.workbench.explorer.ExplorerPane;
import dev.milliner.workbench.files.BufferJournal;
import dev.milliner.workbench.image.DescriptionEdits;
import dev.milliner.workbench.image.ImagePage;
import dev.milliner.workbench.inspector.InspectorPane;
import dev.milliner.workbench.overlays.BoardActions;
import dev.milliner.workbench.overlays.BoardPage;
import dev.milliner.workbench.overlays.OverlayDesk;
import dev.milliner.workbench.overlays.OverlayPage;
import dev.milliner.workbench.overlays.OverlayPanel;
import dev.milliner.workbench.overlays.OverlayScan;
import dev.milliner.workbench.problems.ProblemsPane;
import dev.milliner.workbench.search.Hit;
import dev.milliner.workbench.search.SearchPalette;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import javafx.fxml.FXML;
import javafx.scene.control.Button;
import javafx.scene.control.ContextMenu;
import javafx.scene.control.Label;
import javafx.scene.control.MenuItem;
import javafx.scene.control.SplitMenuButton;
import javafx.scene.control.SplitPane;
import javafx.scene.control.Tab;
import javafx.scene.control.TabPane;
import javafx.scene.control.ToggleButton;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;

/** The window's content: bars, rail, pages, and what connects them. */
public final class Shell implements EditorEvents {
    @FXML
    private StackPane root;

    @FXML
    private Label distroName;

    @FXML
    private Label distroArrow;

    @FXML
    private Label distroVersion;

    @FXML
    private Button stopButton;

    @FXML
    private SplitMenuButton buildButton;

    @FXML
    private ToggleButton distroPageButton;

    @FXML
    private ToggleButton overlaysPageButton;

    @FXML
    private ToggleButton boardPageButton;

    @FXML
    private ToggleButton imagePageButton;

    @FXML
    private ToggleButton buildsPageButton;

    @FXML
    private Button themeButton;

    @FXML
    private StackPane pageStack;

    @FXML
    private SplitPane distroPage;

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

    @FXML
    private StackPane statusHolder;

    private final Workspace workspace;
    private final ShellHost host;
    private final ExplorerPane explorer;
    private final EditorTabs editors;
    private final OpenFiles files;
    private final SearchPalette palette;
    private final BuildDesk builds;
    private final OverlayDesk overlays = new OverlayDesk();
    private final OverlayScan overlayScan = new OverlayScan(overlays);
    private final OverlayPage overlayPage = new OverlayPage(overlays, this::goTo);
    private final ImagePage imagePage;
    private final OverlayPanel overlayPanel = new OverlayPanel(overlays);
    private final BoardPage board;
    private final Tab effectTab = new Tab("Overlay effect");
    private final StatusLine status;
    private final Tab problemsTab = new Tab("Problems");
    private final Tab buildTab = new Tab("Build log");
    private final Inspection inspection;
    private final Findings findings;
    private final Pages pages;

    /** Makes the content for a workspace. */
    public Shell(Workspace workspace, BufferJournal journal, BuildStore store, Choices choices, ShellHost host) {
        this.workspace = workspace;
        this.host = host;
        Fxml.load("shell.fxml", this);
        status = new StatusLine(BuildDesk.hostLevel(), this::showProblems);
        statusHolder.getChildren().setAll(status.node());
        explorer = new ExplorerPane(this::explorerSelected, this::explorerOpened);
        InspectorPane inspector = new InspectorPane(this::goTo);
        ProblemsPane problems = new ProblemsPane(this::goTo);
        editors = new EditorTabs(this, choices, this::save, this::closed);
        files = new OpenFiles(workspace, editors, journal, status::say);
        palette = new SearchPalette(
                () -> Optional.ofNullable(workspace.snapshot()).map(Snapshot::distro),
                () -> editors.current().map(editor -> editor.file().path()),
                this::chosen);
        builds = new BuildDesk(workspace, choices, store, buildButton, stopButton, status::say, this::showBuildLog);
        builds.onEnded(host::notice);
        board = new BoardPage(overlayScan, new BoardActions(choices, status::say), this::goTo);
        imagePage = new ImagePage(
                new DescriptionEdits(workspace::snapshot, files, choices, this::goTo, status::say), store);
        inspection = new Inspection(workspace, inspector, overlays, editors, explorer);
        findings = new Findings(workspace, overlayScan, editors, problems, problemsTab, status);
        pages = new Pages(pageStack, this::showPage);
        inspectorHolder.getChildren().setAll(inspector.node());
        problemsTab.setContent(problems.node());
        arrange();
        workspace.snapshotProperty().subscribe(this::resolved);
        overlayScan.resultsProperty().subscribe(findings::show);
    }

    private void arrange() {
        sideHolder.getChildren().setAll(explorer.node());
        editorHolder.getChildren().addFirst(editors.node());
        editors.node().getTabs().addListener((javafx.beans.Observable tabs) -> showEmptyState());
        showEmptyState();
        buildTab.setContent(builds.logPanel());
        effectTab.setContent(overlayPanel.node());
        bottomTabs.getTabs().setAll(effectTab, problemsTab, buildTab);
        pages.add(Page.DISTRO, distroPageButton, distroPage);
        pages.add(Page.OVERLAYS, overlaysPageButton, overlayPage.node());
        pages.add(Page.BOARD, boardPageButton, board.node());
        pages.add(Page.IMAGE, imagePageButton, imagePage.node());
        pages.add(Page.BUILDS, buildsPageButton, builds.page());
        pages.show(Page.DISTRO);
        root.getChildren().addAll(palette.node(), builds.farmForm());
        SplitPane.setResizableWithParent(sideHolder, false);
        SplitPane.setResizableWithParent(inspectorHolder, false);
        SplitPane.setResizableWithParent(bottomTabs, false);
    }

    private void showEmptyState() {
        boolean none = editors.node().getTabs().isEmpty();
        editors.node().setVisible(!none);
        editorEmpty.setVisible(none);
        if (none) {
            status.noEditor();
        }
    }

    private void resolved(@Nullable Snapshot snapshot) {
        if (snapshot == null) {
            distroName.setText(String.valueOf(workspace.root().getFileName()));
            distroVersion.setText("");
            distroArrow.setVisible(false);
            return;
        }
        distroName.setText(snapshot.distro().name());
        distroVersion.setText(snapshot.distro().version());
        distroArrow.setVisible(!snapshot.distro().version().isEmpty());
        explorer.show(snapshot);
        builds.show(snapshot.distro());
        board.show(snapshot.distro());
        imagePage.show(snapshot.distro());
        overlays.refresh(snapshot.distro());
        overlayScan.scan(snapshot.distro());
        findings.show();
        inspection.refresh();
    }

    private void explorerSelected(ExplorerNode node) {
        node.definition().ifPresent(inspection::inspect);
        node.definition()
                .filter(Component.class::isInstance)
                .ifPresentOrElse(one -> builds.offerComponent(one.name()), () -> builds.offerComponent(null));
        if (node instanceof ExplorerNode.OverlayRow row) {
            overlays.selectedProperty().set(row.index() + 1);
            bottomTabs.getSelectionModel().select(effectTab);
        }
    }

    private void explorerOpened(ExplorerNode node) {
        if (node instanceof ExplorerNode.Defined defined
                && defined.value() instanceof Image image
                && image.definitionPath().isPresent()) {
            goTo(Place.startOf(relative(image.definitionPath().get())));
        } else {
            node.place().ifPresent(this::goTo);
        }
    }

    private String relative(String path) {
        Path file = workspace.root().resolve(path);
        return file.startsWith(workspace.root())
                ? workspace.root().relativize(file).toString()
                : file.toString();
    }

    private void chosen(Hit hit) {
        goTo(hit.place());
        explorer.reveal(hit.key());
    }

    /** Brings a place to the front. */
    public void goTo(Place place) {
        showPage(Page.DISTRO);
        files.open(place.file(), editor -> {
            editors.goTo(editor, place);
            findings.show();
        });
    }

    @Override
    public void edited(CodeEditor editor) {
        files.edited(editor);
    }

    @Override
    public void caretMoved(CodeEditor editor) {
        status.show(editor);
        inspection.inspect(editor);
    }

    private void save(CodeEditor editor) {
        files.save(editor);
    }

    private void closed(CodeEditor editor) {
        files.closed(editor);
    }

    @FXML
    private void build() {
        builds.build();
    }

    @FXML
    private void stopBuild() {
        builds.stop();
    }

    @FXML
    private void search() {
        palette.open("");
    }

    private void showProblems() {
        showPage(Page.DISTRO);
        bottomTabs.getSelectionModel().select(problemsTab);
    }

    private void showBuildLog() {
        bottomTabs.getSelectionModel().select(buildTab);
    }

    @FXML
    private void openDistro() {
        host.openDistro();
    }

    @FXML
    private void chooseTheme() {
        ContextMenu menu = new ContextMenu();
        menu.getItems().add(themeItem("As the desktop is set", Theme.DESKTOP));
        host.themes().forEach(theme -> menu.getItems().add(themeItem(theme.name(), theme.name())));
        menu.show(themeButton, javafx.geometry.Side.RIGHT, 0, 0);
    }

    private MenuItem themeItem(String label, String name) {
        MenuItem item = new MenuItem(label);
        item.setOnAction(event -> host.chooseTheme(name));
        return item;
    }

    /** Offers unsaved texts that an earlier workbench left. */
    public void offer(List<BufferJournal.Entry> entries) {
        if (!entries.isEmpty()) {
            new RestoreNotice(root, entries, files::restore, files::discard).show();
        }
    }

    /** Tells whether everything on the screen shows the newest state. */
    public boolean isSettled() {
        return workspace.snapshot() != null
                && explorer.isSettled()
                && inspection.isSettled()
                && overlayScan.isSettled()
                && overlayPage.isSettled()
                && overlayPanel.isSettled()
                && imagePage.isSettled()
                && builds.isSettled();
    }

    /** The node to put into the window. */
    public StackPane node() {
        return root;
    }

    /** The editors. */
    public EditorTabs editors() {
        return editors;
    }

    /** The files behind the editors. */
    public OpenFiles files() {
        return files;
    }

    /** The explorer. */
    public ExplorerPane explorer() {
        return explorer;
    }

    /** Quick search. */
    public SearchPalette palette() {
        return palette;
    }

    /** The builds. */
    public BuildDesk builds() {
        return builds;
    }

    /** Brings a page to the front. */
    public void showPage(Page page) {
        palette.close();
        pages.show(page);
        imagePage.setInFront(page == Page.IMAGE);
    }

    /** What images would hold. */
    public ImagePage imagePage() {
        return imagePage;
    }

    /** What the overlays of the component in focus do. */
    public OverlayDesk overlays() {
        return overlays;
    }

    /** The full-size view of overlays. */
    public OverlayPage overlayPage() {
        return overlayPage;
    }

    /** The split panes, for remembering where their dividers stand. */
    Layout layout() {
        return new Layout(distroPage, middle);
    }

    /** Where the dividers stand. */
    record Layout(SplitPane columns, SplitPane rows) {}
}
