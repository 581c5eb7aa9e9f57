package dev.milliner.workbench.shell;

import dev.milliner.ground.FileTrouble;
import dev.milliner.workbench.base.Choices;
import dev.milliner.workbench.files.BufferJournal;
import dev.milliner.workbench.files.SetAside;
import dev.milliner.workbench.settings.AllSettings;
import dev.milliner.workbench.settings.SettingsStore;
import dev.milliner.workbench.words.Wording;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import javafx.application.Platform;
import javafx.stage.Stage;

/** All windows of the process, one for each distro, and what they share: what is remembered and chosen, and the journal of unsaved texts. */
final class Windows implements AutoCloseable {
    private final Folders folders;
    private final Function<Stage, Choices> choices;
    private final PageRegistry pages;
    private final Path memoryFile;
    private final SetAside aside;
    private final BufferJournal journal;
    private final SettingsStore settings;
    private final MemoryKeeper keeper;
    private final List<String> told = new ArrayList<>();
    private final List<WorkbenchWindow> all = new ArrayList<>();
    private Memory memory;
    private boolean isEnding;

    /**
     * Reads what is remembered and chosen.
     *
     * @param folders where that is
     * @param choices asks a person over a window
     * @param pages the pages of each
     */
    Windows(Folders folders, Function<Stage, Choices> choices, PageRegistry pages) {
        this.folders = folders;
        this.choices = choices;
        this.pages = pages;
        memoryFile = folders.state().resolve("workbench.json");
        aside = SetAside.of(folders.state());
        Memory.Read read = Memory.read(memoryFile, aside);
        memory = read.memory();
        read.told().ifPresent(told::add);
        told.addAll(Wording.told());
        journal = startJournal();
        settings = new SettingsStore(folders.configuration(), this::tell);
        keeper = new MemoryKeeper(memoryFile, this::remembered);
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

    /** Before there is anything to tell it on, it waits. */
    private void tell(String sentence) {
        if (all.stream().allMatch(window -> window.shell() == null)) {
            told.add(sentence);
        } else {
            Platform.runLater(() -> all.forEach(window -> window.say(sentence)));
        }
    }

    /** What is to be told, once. */
    List<String> takeTold() {
        List<String> now = List.copyOf(told);
        told.clear();
        return now;
    }

    Folders folders() {
        return folders;
    }

    PageRegistry pages() {
        return pages;
    }

    BufferJournal journal() {
        return journal;
    }

    SetAside aside() {
        return aside;
    }

    SettingsStore settings() {
        return settings;
    }

    Memory memory() {
        return memory;
    }

    void change(UnaryOperator<Memory> how) {
        memory = how.apply(memory);
    }

    /** What is to be remembered by now; while all of them end, those that were open stay remembered as such. */
    private Memory remembered() {
        all.forEach(WorkbenchWindow::rememberNow);
        if (!isEnding) {
            memory = memory.withOpen(
                    all.stream().flatMap(window -> window.opened().stream()).toList());
        }
        return memory;
    }

    /** Writes what is remembered; what can't be is no reason to stay. */
    void write() {
        try {
            remembered().write(memoryFile);
        } catch (IOException full) {
            told.add(Wording.of("shell.workbench-window.where-window-stood", FileTrouble.words(full)));
        }
    }

    /** The windows, in the order in which they were opened. */
    List<WorkbenchWindow> all() {
        return List.copyOf(all);
    }

    void add(WorkbenchWindow window) {
        all.add(window);
    }

    /** A window without content. */
    WorkbenchWindow make(Stage stage) {
        return new WorkbenchWindow(stage, this, choices.apply(stage));
    }

    /** The distros whose windows were open when the process ended; none where the user wants none of that. */
    List<Path> leftOpen() {
        return !settings.get(AllSettings.REOPEN)
                ? List.of()
                : memory.open().stream()
                        .map(window -> Path.of(window.root()))
                        .filter(root -> Files.isRegularFile(root.resolve("azldev.toml")))
                        .toList();
    }

    /** Tells whether two paths lead to one folder. */
    static boolean areSame(Path one, Path other) {
        try {
            return one.equals(other) || Files.isSameFile(one, other);
        } catch (IOException unreadable) {
            return false;
        }
    }

    private Optional<WorkbenchWindow> on(Path root) {
        return all.stream().filter(window -> window.isOn(root)).findFirst();
    }

    /** Brings the window of a distro to the front, if there is one. */
    boolean raise(Path root) {
        Optional<WorkbenchWindow> window = on(root);
        window.ifPresent(WorkbenchWindow::raise);
        return window.isPresent();
    }

    /** Brings the newest window to the front. */
    void raiseAny() {
        if (!all.isEmpty()) {
            all.getLast().raise();
        }
    }

    /** Opens a distro in a window of its own: the one that it has, one that shows none yet, or a new one. */
    void open(Path root) {
        if (raise(root)) {
            return;
        }
        WorkbenchWindow window =
                all.stream().filter(one -> one.workspace() == null).findFirst().orElseGet(() -> make(new Stage()));
        window.openAlone(root);
    }

    /** A window was closed by its user; with the last one the process ends, and what was on the screen is kept until then. */
    void hidden(WorkbenchWindow window) throws IOException, InterruptedException {
        if (all.size() > 1) {
            window.close();
        }
    }

    /** A window is about to end; with the last one all do. */
    void ending(WorkbenchWindow window) throws InterruptedException {
        if (!isEnding && all.equals(List.of(window))) {
            end();
        }
    }

    /** A window has ended; what they share ends with the last one. */
    void ended(WorkbenchWindow window) throws IOException, InterruptedException {
        all.remove(window);
        if (all.isEmpty()) {
            journal.close();
            settings.close();
        } else {
            write();
        }
    }

    /** From here on it is remembered which windows are open now. */
    private void end() throws InterruptedException {
        keeper.close();
        write();
        isEnding = true;
    }

    /** Closes all that are left; nobody is asked. */
    @Override
    public void close() throws IOException, InterruptedException {
        if (!all.isEmpty() && !isEnding) {
            end();
        }
        for (WorkbenchWindow window : all()) {
            window.close();
        }
    }
}
