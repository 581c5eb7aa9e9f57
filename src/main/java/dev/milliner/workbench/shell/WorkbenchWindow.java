package dev.milliner.workbench.shell;

import dev.milliner.ground.Failures;
import dev.milliner.ground.FileTrouble;
import dev.milliner.ground.HostTools;
import dev.milliner.ground.UserFolder;
import dev.milliner.source.TreeWatcher;
import dev.milliner.workbench.base.Choices;
import dev.milliner.workbench.base.CloseProtocol;
import dev.milliner.workbench.base.Motion;
import dev.milliner.workbench.base.RestingCarets;
import dev.milliner.workbench.base.Snapshot;
import dev.milliner.workbench.base.Workspace;
import dev.milliner.workbench.files.BufferJournal;
import dev.milliner.workbench.files.LeftTexts;
import dev.milliner.workbench.files.SetAside;
import dev.milliner.workbench.settings.AllSettings;
import dev.milliner.workbench.settings.SettingsStore;
import dev.milliner.workbench.welcome.Recent;
import dev.milliner.workbench.words.Wording;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import javafx.application.Platform;
import javafx.geometry.Rectangle2D;
import javafx.scene.Scene;
import javafx.scene.layout.StackPane;
import javafx.stage.Screen;
import javafx.stage.Stage;
import javafx.util.Subscription;
import org.jspecify.annotations.Nullable;

/** The window on one distro at a time: opens, dresses, remembers and closes it. */
public final class WorkbenchWindow implements ShellHost, AutoCloseable {
    private static final double WIDTH = 1440;
    private static final double HEIGHT = 900;

    private final Stage stage;
    private final Folders folders;
    private final Path memoryFile;
    private final BufferJournal journal;
    private final SetAside aside;
    private final List<String> told = new ArrayList<>();
    private final SettingsStore settings;
    private final Scene scene = new Scene(new StackPane(), WIDTH, HEIGHT);
    private final Choices choices;
    private final PageRegistry pages;
    private final CloseProtocol protocol = new CloseProtocol();
    private DesktopNotice notices = new DesktopNotice(HostTools.find("notify-send"));
    private final Subscription desktopColours;
    private final Failures.Listening failures = Failures.listen(this::failed);
    private final MemoryKeeper keeper;
    private Subscription keys = Subscription.EMPTY;
    private Subscription focus = Subscription.EMPTY;
    private Memory memory;
    private @Nullable WelcomeDesk welcome;
    private @Nullable Workspace workspace;
    private @Nullable Shell shell;
    private @Nullable TreeWatcher watcher;

    /**
     * Prepares a window.
     *
     * @param stage where it is shown
     * @param folders where it remembers things
     */
    public WorkbenchWindow(Stage stage, Folders folders) {
        this(stage, folders, Choices.dialogs(stage), PageRegistry.ALL);
    }

    WorkbenchWindow(Stage stage, Folders folders, Choices choices, PageRegistry pages) {
        this.stage = stage;
        this.choices = choices;
        this.pages = pages;
        this.folders = folders;
        memoryFile = folders.state().resolve("workbench.json");
        aside = SetAside.of(folders.state());
        Memory.Read read = Memory.read(memoryFile, aside);
        memory = read.memory();
        read.told().ifPresent(told::add);
        told.addAll(Wording.told());
        journal = startJournal();
        settings = new SettingsStore(folders.configuration(), this::tell);
        keeper = new MemoryKeeper(memoryFile, this::remembered);
        stage.setScene(scene);
        stage.setTitle("Milliner");
        stage.setMinWidth(900);
        stage.setMinHeight(560);
        placeWindow(memory.window());
        dress();
        settings.currentProperty().subscribe(this::dress);
        RestingCarets.in(scene);
        WholePulse.in(scene);
        desktopColours = Platform.getPreferences().colorSchemeProperty().subscribe(this::dress);
        stage.setOnCloseRequest(event -> {
            event.consume();
            askToClose(stage::hide);
        });
    }

    /** A window opens also where nothing can be kept, and says so. */
    private BufferJournal startJournal() {
        try {
            return BufferJournal.start(folders.journals());
        } catch (IOException impossible) {
            told.add(Wording.of(
                    "shell.workbench-window.unsaved-text-cant", FileTrouble.words(impossible), folders.state()));
            return BufferJournal.none(impossible);
        }
    }

    /** Asks every part whether it may be closed; what follows is done only when all have said yes. */
    private void askToClose(Runnable then) {
        protocol.close(shell == null ? List.of() : shell.closing(), then);
    }

    /** Before there is anything to tell it on, it waits. */
    private void tell(String sentence) {
        if (shell == null) {
            told.add(sentence);
        } else {
            Platform.runLater(() -> say(sentence));
        }
    }

    private void say(String sentence) {
        if (shell != null) {
            shell.say(sentence);
        }
    }

    private void failed(Failures.Failure failure) {
        Platform.runLater(() -> {
            if (shell != null) {
                shell.notices().failed(failure);
            }
        });
    }

    private void placeWindow(Memory.Window window) {
        Rectangle2D screen = Screen.getPrimary().getVisualBounds();
        stage.setWidth(Math.min(WIDTH, screen.getWidth()));
        stage.setHeight(Math.min(HEIGHT, screen.getHeight()));
        boolean onScreen = screen.intersects(window.x(), window.y(), window.width(), window.height());
        if (window.width() > 0 && onScreen) {
            stage.setX(window.x());
            stage.setY(window.y());
            stage.setWidth(window.width());
            stage.setHeight(window.height());
            stage.setMaximized(window.maximised());
        }
    }

    private void dress() {
        Theme.named(settings.get(AllSettings.THEME), themes()).apply(scene);
        Motion.valueOf(settings.get(AllSettings.MOTION).toUpperCase(Locale.ROOT))
                .apply(scene);
    }

    /**
     * Opens a distro in place of the one that is open.
     *
     * @param root its root folder
     */
    public void open(Path root) throws IOException, InterruptedException {
        Workspace opened = new Workspace(root);
        leave();
        endWelcome();
        Shell made = new Shell(opened, journal, folders, choices, this, pages);
        workspace = opened;
        shell = made;
        keys = made.commands().install(scene);
        scene.setRoot(made.node());
        Memory remembered = memory;
        made.layout().columns().setDividerPositions(remembered.side(), remembered.inspector());
        made.layout().rows().setDividerPositions(remembered.bottom());
        opened.refresh();
        watcher = watch(opened.root(), made);
        stage.setTitle(Wording.of("shell.workbench-window.title", opened.root().getFileName()));
        opened.whenSettled(snapshot -> {
            rememberOpened(opened.root(), snapshot);
            opened.letKeysComeFirst();
        });
        if (settings.get(AllSettings.REOPEN)) {
            memory.sessions()
                    .getOrDefault(opened.root().toString(), Session.NONE)
                    .restore(made);
        }
        LeftTexts.Found left = LeftTexts.takeOver(journal, folders.journals(), opened.root(), aside);
        made.notices().offer(left.texts());
        told.addAll(left.told());
        if (!told.isEmpty()) {
            made.notices().tell(Wording.of("shell.workbench-window.some-milliner-remembered"), List.copyOf(told));
            told.clear();
        }
    }

    /** Shows the ways to a distro, in place of the one that is open. */
    void welcome() throws IOException, InterruptedException {
        leave();
        endWelcome();
        stage.setTitle("Milliner");
        WelcomeDesk shown = new WelcomeDesk(this, folders);
        welcome = shown;
        keys = shown.commands().install(scene);
        scene.setRoot(shown.node());
        shown.tell(List.copyOf(told));
        told.clear();
    }

    private void endWelcome() {
        if (welcome != null) {
            welcome.close();
            welcome = null;
        }
    }

    private void rememberOpened(Path root, Snapshot snapshot) {
        String name = (snapshot.distro().name() + " " + snapshot.distro().version()).strip();
        String called = name.isEmpty() ? String.valueOf(root.getFileName()) : name;
        memory = memory.opened(new Recent(root.toString(), called, System.currentTimeMillis()));
    }

    /** What is to be remembered by now. */
    private Memory remembered() {
        if (shell != null && workspace != null && !stage.isIconified()) {
            remember(shell, workspace.root());
        }
        return memory;
    }

    /** The distros that were open, the newest first. */
    List<Recent> recent() {
        return memory.recent();
    }

    void forget(Recent recent) {
        memory = memory.without(recent);
    }

    Choices choices() {
        return choices;
    }

    /** Where the system can't watch, the disk is looked at when the window comes to the front. */
    private @Nullable TreeWatcher watch(Path root, Shell made) {
        try {
            return new TreeWatcher(
                    root, made.files()::diskChanged, sentence -> Platform.runLater(() -> unwatched(made, sentence)));
        } catch (IOException impossible) {
            unwatched(made, TreeWatcher.words(root, impossible));
            return null;
        }
    }

    private void unwatched(Shell made, String sentence) {
        made.say(sentence);
        focus.unsubscribe();
        focus = stage.focusedProperty().subscribe(front -> {
            if (front) {
                made.files().diskChanged();
            }
        });
    }

    @Override
    public void notice(String title, String text) {
        if (settings.get(AllSettings.NOTICES) && (!stage.isFocused() || stage.isIconified())) {
            notices.send(title, text);
        }
    }

    /** Sends notices by another program from now on. */
    void setNotices(DesktopNotice now) {
        notices = now;
    }

    @Override
    public void openDistro() {
        Path from = workspace == null ? UserFolder.home() : workspace.root();
        choices.folder(from).ifPresent(this::openInPlace);
    }

    @Override
    public void openInPlace(Path root) {
        askToClose(() -> openInstead(root));
    }

    @Override
    public void closeDistro() {
        askToClose(() -> instead(this::welcome, Wording.of("shell.workbench-window.distro-cant-closed")));
    }

    /** Opens a distro in place of what is shown, and says why where that can't be. */
    void openInstead(Path folder) {
        instead(() -> open(folder), Wording.of("shell.workbench-window.cant-opened", folder));
    }

    private interface Change {
        void make() throws IOException, InterruptedException;
    }

    private void instead(Change change, String failed) {
        try {
            change.make();
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        } catch (IOException impossible) {
            String sentence = failed + ": " + FileTrouble.words(impossible) + ".";
            if (welcome != null) {
                welcome.tell(List.of(sentence));
            }
            say(sentence);
        }
    }

    @Override
    public List<Theme> themes() {
        return Theme.all(folders.themes());
    }

    @Override
    public SettingsStore settings() {
        return settings;
    }

    /** The content, once a distro is open. */
    public @Nullable Shell shell() {
        return shell;
    }

    /** The distro that is open. */
    public @Nullable Workspace workspace() {
        return workspace;
    }

    private void remember(Shell open, Path root) {
        var window =
                new Memory.Window(stage.getX(), stage.getY(), stage.getWidth(), stage.getHeight(), stage.isMaximized());
        double[] columns = open.layout().columns().getDividerPositions();
        double[] rows = open.layout().rows().getDividerPositions();
        memory = memory.withLayout(window, columns[0], columns[1], rows[0]).withSession(root, Session.of(open));
    }

    /** What can't be remembered is no reason to stay. */
    private void rememberIfPossible(Shell open, Path root) {
        try {
            remember(open, root);
            memory.write(memoryFile);
        } catch (IOException full) {
            told.add(Wording.of("shell.workbench-window.where-window-stood", FileTrouble.words(full)));
        }
    }

    private void leave() throws IOException, InterruptedException {
        focus.unsubscribe();
        if (shell != null && workspace != null) {
            rememberIfPossible(shell, workspace.root());
            shell.close();
            workspace.close();
        }
        if (watcher != null) {
            watcher.close();
        }
        keys.unsubscribe();
        shell = null;
        workspace = null;
        watcher = null;
    }

    @Override
    public void close() throws IOException, InterruptedException {
        desktopColours.unsubscribe();
        failures.close();
        endWelcome();
        keeper.close();
        stage.setOnCloseRequest(null);
        leave();
        journal.close();
        settings.close();
    }
}
