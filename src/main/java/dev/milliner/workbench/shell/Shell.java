package dev.milliner.workbench.shell;

import dev.milliner.build.history.BuildStore;
import dev.milliner.build.host.HostLevel;
import dev.milliner.ground.FileSave;
import dev.milliner.ground.ProgramLog;
import dev.milliner.search.SpecSearch;
import dev.milliner.text.Place;
import dev.milliner.workbench.base.Choices;
import dev.milliner.workbench.base.ClosePart;
import dev.milliner.workbench.base.Command;
import dev.milliner.workbench.base.CommandRegistry;
import dev.milliner.workbench.base.Fxml;
import dev.milliner.workbench.base.PageHost;
import dev.milliner.workbench.base.Snapshot;
import dev.milliner.workbench.base.WorkbenchPage;
import dev.milliner.workbench.base.Workspace;
import dev.milliner.workbench.build.BuildDesk;
import dev.milliner.workbench.drop.DropTarget;
import dev.milliner.workbench.editor.EditorTabs;
import dev.milliner.workbench.editor.OpenFiles;
import dev.milliner.workbench.explorer.ExplorerPane;
import dev.milliner.workbench.files.BufferJournal;
import dev.milliner.workbench.image.ImagePage;
import dev.milliner.workbench.overlays.OverlayDesk;
import dev.milliner.workbench.overlays.OverlayScan;
import dev.milliner.workbench.overlays.RpmDesk;
import dev.milliner.workbench.refactor.PreviewCard;
import dev.milliner.workbench.refactor.RefactoringDesk;
import dev.milliner.workbench.report.ReportCard;
import dev.milliner.workbench.report.ReportSource;
import dev.milliner.workbench.search.Hit;
import dev.milliner.workbench.search.SearchPalette;
import dev.milliner.workbench.settings.AllSettings;
import dev.milliner.workbench.settings.Settings;
import dev.milliner.workbench.words.Wording;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import javafx.application.Platform;
import javafx.beans.property.BooleanProperty;
import javafx.fxml.FXML;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.MenuButton;
import javafx.scene.control.SplitMenuButton;
import javafx.scene.control.SplitPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import javafx.util.Subscription;
import org.jspecify.annotations.Nullable;

/** The window's content: bars, rail, pages, and what connects them. */
public final class Shell implements PageHost {
    @FXML
    private StackPane root;

    @FXML
    private MenuButton menu;

    @FXML
    private Label distroName;

    @FXML
    private Label distroArrow;

    @FXML
    private Label distroVersion;

    @FXML
    private HBox searchBox;

    @FXML
    private Button stopButton;

    @FXML
    private SplitMenuButton buildButton;

    @FXML
    private VBox rail;

    @FXML
    private Button openButton;

    @FXML
    private Button themeButton;

    @FXML
    private StackPane pageStack;

    @FXML
    private StackPane statusHolder;

    private final Workspace workspace;
    private final ShellHost host;
    private final BuildStore store;
    private final OpenFiles files;
    private final OverlayDesk overlays;
    private final OverlayScan scan;
    private final RpmDesk rpm;
    private final BuildDesk builds;
    private final StatusLine status;
    private final RefactoringDesk refactorings;
    private final SearchPalette palette;
    private final ReportCard report;
    private final Notices notices;
    private final DropTarget drops;
    private final Said said = new Said();
    private final ActivityCard activity;
    private final CommandRegistry commands = new CommandRegistry();
    private final List<WorkbenchPage> pages;
    private final PageStack stack;
    private final DistroPage distroPage;
    private final Judgements judgements;

    private final Subscription settings; // begun before the pages, which show what holds
    /** Makes the content for a workspace. */
    Shell(
            Workspace workspace,
            BufferJournal journal,
            Folders folders,
            Choices choices,
            ShellHost host,
            PageRegistry registry) {
        store = folders.buildStore();
        this.workspace = workspace;
        this.host = host;
        overlays = new OverlayDesk(workspace.loader());
        scan = new OverlayScan(overlays);
        Fxml.load("shell.fxml", this);
        status = new StatusLine(
                HostLevel.read().label(), () -> page(DistroPage.class).showProblems());
        statusHolder.getChildren().setAll(status.node());
        files = new OpenFiles(workspace, choices, journal, FileSave.of(folders.state()), overlays.specs(), this::say);
        BooleanProperty asks = host.settings().switched(AllSettings.ASK_UNSAVED);
        builds = new BuildDesk(
                workspace, choices, asks, store, buildButton, stopButton, this, () -> page(DistroPage.class)
                        .showBuildLog());
        rpm = new RpmDesk(overlays, folders.trustedTrees());
        SpecSearch specs = new SpecSearch(workspace.root(), folders.cache().resolve("specs"));
        refactorings = new RefactoringDesk(workspace, files, root, this::goTo, this::say);
        settings = host.settings().currentProperty().subscribe(this::chosen);
        pages = registry.make(new PageParts(
                workspace,
                choices,
                folders,
                this,
                files,
                overlays,
                rpm,
                scan,
                builds,
                status,
                refactorings,
                specs,
                host,
                commands));
        distroPage = page(DistroPage.class);
        judgements = new Judgements(workspace, scan, rpm, this::show, distroPage::remark);
        stack = new PageStack(pages, rail, pageStack, this::show);
        palette = new SearchPalette(
                () -> Optional.ofNullable(workspace.snapshot()).map(Snapshot::distro),
                () -> files.tabs().current().map(editor -> editor.file().path()),
                query -> files.desk().symbols(query),
                commands,
                specs,
                this::chosen);
        report = new ReportCard(root, choices);
        notices = new Notices(root, said, files, this::report);
        activity = new ActivityCard(root, builds::activities, said);
        ShellDrops dropped = new ShellDrops(
                workspace,
                host,
                files,
                notices,
                refactorings,
                page(ImagePage.class),
                builds::explain,
                distroPage::component,
                this::showPage);
        drops = new DropTarget(root, dropped);
        root.getChildren().addAll(palette.node(), builds.farmForm());
        connect();
        show(pages.getFirst());
        // Of all that could have the keyboard first, the tree alone does nothing by Space or Enter.
        root.sceneProperty().subscribe(scene -> {
            if (scene != null) {
                Platform.runLater(distroPage.explorer()::focusTree);
            }
        });
    }

    private void connect() {
        commands.addAll(new ShellCommands(palette, host, this::report, activity::toggle, root).all());
        pages.forEach(page -> commands.addAll(page.commands()));
        commands.addAll(pages.stream().map(this::bringing).toList());
        chosen(host.settings().currentProperty().get());
        commands.fill(menu);
        files.tabs().offer(commands);
        searchBox.setOnMouseClicked(event -> palette.open(""));
        status.onActivity(activity::toggle);
        openButton.setOnAction(event -> host.openDistro());
        themeButton.setOnAction(event -> new ThemeMenu(host).show(themeButton));
        workspace.snapshotProperty().subscribe(this::resolved);
        workspace.beforeShown(overlays::ahead);
        scan.resultsProperty().subscribe(judgements::judged);
        rpm.onAnswer(judgements::judged);
    }

    private Command bringing(WorkbenchPage page) {
        WorkbenchPage.Face face = page.face();
        return Command.of(
                "page." + face.id(),
                Wording.of("command.page", face.title().toLowerCase(java.util.Locale.ROOT)),
                face.key(),
                () -> show(page));
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
        scan.scan(snapshot.distro());
        judgements.show(snapshot);
    }

    private void show(Snapshot whole) {
        files.desk().show(whole);
        pages.forEach(page -> page.show(whole));
        status.show(whole);
    }

    private void chosen(Settings now) {
        commands.rebind(now.keys()).forEach(this::say);
        files.tabs().textSize(now.get(AllSettings.TEXT_SIZE));
        files.tabs().wrap(now.get(AllSettings.WRAP));
    }

    private void chosen(Hit hit) {
        hit.command().ifPresentOrElse(commands::perform, () -> {
            goTo(hit.place());
            distroPage.explorer().reveal(hit.key());
        });
    }

    @Override
    public void goTo(Place place) {
        show(distroPage);
        distroPage.open(place);
    }

    @Override
    public void showPage(String id) {
        pages.stream().filter(page -> page.face().id().equals(id)).forEach(this::show);
    }

    private void show(WorkbenchPage page) {
        palette.close();
        if (!stack.isInFront(page)) {
            status.somethingElseIsDone();
        }
        stack.show(page);
        status.setEditorSeen(distroPage.equals(page));
    }

    @Override
    public void say(String sentence) {
        said.add(sentence);
        status.say(sentence);
    }

    @Override
    public void notice(String title, String text) {
        host.notice(title, text);
    }

    /** What is told at the window's corner. */
    Notices notices() {
        return notices;
    }

    private void report() {
        report.open(new ReportSource(
                host.settings().currentProperty().get(),
                ProgramLog.folder(),
                store.folder(),
                Optional.ofNullable(workspace.snapshot()).map(Snapshot::distro)));
    }

    /** What is asked before all of this is closed. */
    List<ClosePart> closing() {
        return Stream.concat(files.tabs().closing().stream(), pages.stream().map(WorkbenchPage::closing))
                .toList();
    }

    /** Ends what runs for it. */
    void close() throws InterruptedException {
        settings.unsubscribe();
        files.tabs().close();
        pages.forEach(WorkbenchPage::close);
        files.close();
        palette.close();
        report.end();
        activity.close();
        drops.close();
        refactorings.close();
        status.close();
        rpm.close();
        overlays.close();
        scan.close();
    }

    /** Tells whether everything on the screen shows the newest state. */
    public boolean isSettled() {
        return workspace.snapshot() != null
                && scan.isSettled()
                && drops.isSettled()
                && pages.stream().allMatch(WorkbenchPage::isSettled);
    }

    /** The node to put into the window. */
    public StackPane node() {
        return root;
    }

    /** What rpm makes of the overlays of the component in focus. */
    RpmDesk rpm() {
        return rpm;
    }

    /** All that a person can have done. */
    public CommandRegistry commands() {
        return commands;
    }

    /** A page by its class. */
    <T extends WorkbenchPage> T page(Class<T> type) {
        return pages.stream()
                .filter(type::isInstance)
                .map(type::cast)
                .findFirst()
                .orElseThrow();
    }

    /** The id of the page in front. */
    String inFront() {
        return stack.front();
    }

    /** The editors. */
    public EditorTabs editors() {
        return files.tabs();
    }

    /** The files behind the editors. */
    public OpenFiles files() {
        return files;
    }

    /** The explorer. */
    public ExplorerPane explorer() {
        return distroPage.explorer();
    }

    /** The preview of changes. */
    public PreviewCard preview() {
        return refactorings.card();
    }

    /** Quick search. */
    public SearchPalette palette() {
        return palette;
    }

    /** The builds. */
    public BuildDesk builds() {
        return builds;
    }

    /** What the overlays of the component in focus do. */
    public OverlayDesk overlays() {
        return overlays;
    }

    /** The split panes, for remembering where their dividers stand. */
    Layout layout() {
        return new Layout(distroPage.node(), distroPage.rows());
    }

    /** Where the dividers stand. */
    record Layout(SplitPane columns, SplitPane rows) {}
}
