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
import dev.milliner.workbench.files.LeftTexts;
import dev.milliner.workbench.settings.AllSettings;
import dev.milliner.workbench.settings.SettingsStore;
import dev.milliner.workbench.welcome.Recent;
import dev.milliner.workbench.words.Wording;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import javafx.application.Platform;
import javafx.scene.Scene;
import javafx.scene.layout.StackPane;
import javafx.stage.Stage;
import javafx.util.Subscription;
import org.jspecify.annotations.Nullable;

/** A window on one distro at a time: opens, dresses, remembers and closes it. What all windows share is {@link Windows}'. */
public final class WorkbenchWindow implements ShellHost, AutoCloseable {
    /** So far from another one stands a new window. */
    private static final double ASIDE = 32;

    private final Stage stage;
    private final Windows windows;
    private final Folders folders;
    private final SettingsStore settings;
    private final Scene scene = new Scene(new StackPane(), WindowPlace.WIDTH, WindowPlace.HEIGHT);
    private final Choices choices;
    private final CloseProtocol protocol = new CloseProtocol();
    private DesktopNotice notices = new DesktopNotice(HostTools.find("notify-send"));
    private final Subscription desktopColours;
    private final Failures.Listening failures = Failures.listen(this::failed);
    private final Subscription chosen;
    private Subscription keys = Subscription.EMPTY;
    private Subscription focus = Subscription.EMPTY;
    private Memory.Window place = Memory.FIRST.window();
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

    /** The only window of its kind. */
    WorkbenchWindow(Stage stage, Folders folders, Choices choices, PageRegistry pages) {
        this(stage, new Windows(folders, any -> choices, pages), choices);
    }

    /** One of several. */
    WorkbenchWindow(Stage stage, Windows windows, Choices choices) {
        this.stage = stage;
        this.choices = choices;
        this.windows = windows;
        folders = windows.folders();
        settings = windows.settings();
        boolean isFirst = windows.all().isEmpty();
        windows.add(this);
        stage.setScene(scene);
        stage.setTitle("Milliner");
        stage.setMinWidth(1000);
        stage.setMinHeight(560);
        WindowPlace.put(stage, windows.memory().window(), isFirst ? 0 : ASIDE);
        dress();
        chosen = settings.currentProperty().subscribe(this::dress);
        RestingCarets.in(scene);
        WholePulse.in(scene);
        desktopColours = Platform.getPreferences().colorSchemeProperty().subscribe(this::dress);
        stage.setOnCloseRequest(event -> {
            event.consume();
            askToClose(this::hide);
        });
    }

    /** With the last window the process ends, which then closes it. */
    private void hide() {
        stage.hide();
        try {
            windows.hidden(this);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        } catch (IOException impossible) {
            Failures.report("Closing a window", impossible);
        }
    }

    /** Asks every part whether it may be closed; what follows is done only when all have said yes. */
    private void askToClose(Runnable then) {
        protocol.close(shell == null ? List.of() : shell.closing(), then);
    }

    /** Says it, where a distro is open. */
    void say(String sentence) {
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
        Shell made = new Shell(opened, windows.journal(), folders, choices, this, windows.pages());
        workspace = opened;
        shell = made;
        keys = made.commands().install(scene);
        scene.setRoot(made.node());
        Memory remembered = windows.memory();
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
            remembered
                    .sessions()
                    .getOrDefault(opened.root().toString(), Session.NONE)
                    .restore(made);
        }
        LeftTexts.Found left =
                LeftTexts.takeOver(windows.journal(), folders.journals(), opened.root(), windows.aside());
        made.notices().offer(left.texts());
        List<String> told =
                Stream.concat(windows.takeTold().stream(), left.told().stream()).toList();
        if (!told.isEmpty()) {
            made.notices().tell(Wording.of("shell.workbench-window.some-milliner-remembered"), told);
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
        shown.tell(windows.takeTold());
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
        windows.change(memory -> memory.opened(new Recent(root.toString(), called, System.currentTimeMillis())));
    }

    /** Has remembered how it stands and what it shows. */
    void rememberNow() {
        if (shell != null && workspace != null && !stage.isIconified()) {
            remember(shell, workspace.root());
        }
    }

    /** The window as it is remembered; empty where no distro is open. */
    Optional<Memory.Open> opened() {
        return Optional.ofNullable(workspace)
                .map(open -> new Memory.Open(open.root().toString(), place));
    }

    /** Tells whether a distro is open in it. */
    boolean isOn(Path root) {
        return workspace != null && Windows.areSame(workspace.root(), root);
    }

    /** Brings it to the front. */
    void raise() {
        stage.setIconified(false);
        stage.show();
        stage.toFront();
        stage.requestFocus();
    }

    /** Opens a distro in a window that shows none, where it stood when it was open last, and shows it. */
    void openAlone(Path root) {
        Memory.Window before = windows.memory().placeOf(root);
        if (!before.equals(windows.memory().window())) {
            WindowPlace.put(stage, before, 0);
        }
        openInstead(root);
        if (workspace == null && welcome == null) {
            instead(this::welcome, Wording.of("shell.workbench-window.cant-opened", root));
        }
        raise();
    }

    /** The distros that were open, the newest first. */
    List<Recent> recent() {
        return windows.memory().recent();
    }

    void forget(Recent recent) {
        windows.change(memory -> memory.without(recent));
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
    public void openInNewWindow() {
        Path from = workspace == null ? UserFolder.home() : workspace.root();
        choices.folder(from).ifPresent(windows::open);
    }

    @Override
    public void openInPlace(Path root) {
        if (!windows.raise(root)) {
            askToClose(() -> openInstead(root));
        }
    }

    @Override
    public void closeDistro() {
        askToClose(() -> instead(this::welcome, Wording.of("shell.workbench-window.distro-cant-closed")));
    }

    /** Opens a distro in place of what is shown, and says why where that can't be. */
    void openInstead(Path folder) {
        if (!isOn(folder) && windows.raise(folder)) {
            return;
        }
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

    /** What it shows. */
    Scene scene() {
        return scene;
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
        place = WindowPlace.of(stage);
        double[] columns = open.layout().columns().getDividerPositions();
        double[] rows = open.layout().rows().getDividerPositions();
        windows.change(memory ->
                memory.withLayout(place, columns[0], columns[1], rows[0]).withSession(root, Session.of(open)));
    }

    private void leave() throws IOException, InterruptedException {
        focus.unsubscribe();
        if (shell != null && workspace != null) {
            remember(shell, workspace.root());
            windows.write();
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
        chosen.unsubscribe();
        endWelcome();
        stage.setOnCloseRequest(null);
        windows.ending(this);
        leave();
        windows.ended(this);
    }
}
