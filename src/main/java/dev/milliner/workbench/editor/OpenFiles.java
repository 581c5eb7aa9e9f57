package dev.milliner.workbench.editor;

import dev.milliner.ground.FileSave;
import dev.milliner.ground.FileTrouble;
import dev.milliner.language.SpecTexts;
import dev.milliner.language.WorkspaceEdit;
import dev.milliner.refactor.EditWriter;
import dev.milliner.source.BoundedFile;
import dev.milliner.text.Place;
import dev.milliner.workbench.base.Choices;
import dev.milliner.workbench.base.Workspace;
import dev.milliner.workbench.files.BufferJournal;
import dev.milliner.workbench.files.FileText;
import dev.milliner.workbench.files.LeftText;
import dev.milliner.workbench.files.OpenFile;
import dev.milliner.workbench.files.UnsavedTexts;
import dev.milliner.workbench.words.Wording;
import java.io.IOException;
import java.nio.charset.CharacterCodingException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import javafx.application.Platform;

/** Opens, saves and restores the files in the editor, so that neither side's text is ever lost unasked. */
public final class OpenFiles implements FileActions {
    private final Workspace workspace;
    private final Choices choices;
    private final EditorTabs tabs;
    private final UnsavedTexts unsaved;
    private final FileSave saving;
    private final Consumer<String> tell;
    private final WorkspaceChange change;
    private final LanguageDesk desk;
    private Consumer<LeftText> results = left -> {};
    private final DiskChanges changes = new DiskChanges(this);
    private final ExecutorService disk = Executors.newSingleThreadExecutor(
            Thread.ofPlatform().daemon().name("files").factory());

    /**
     * Manages files.
     *
     * @param workspace the distro they belong to
     * @param choices asked before unsaved text would be lost
     * @param journal where unsaved texts are kept
     * @param saving saves the user's own files
     * @param specs the specs that overlays are written for
     * @param tell shows a sentence to the user; called on the JavaFX thread
     */
    public OpenFiles(
            Workspace workspace,
            Choices choices,
            BufferJournal journal,
            FileSave saving,
            SpecTexts specs,
            Consumer<String> tell) {
        this.workspace = workspace;
        this.choices = choices;
        this.saving = saving;
        this.tell = tell;
        change = new WorkspaceChange(this, workspace.root(), tell);
        desk = new LanguageDesk(specs, this::open, edit -> change.make(edit, () -> {}), tell);
        tabs = new EditorTabs(choices, this, desk);
        unsaved = new UnsavedTexts(workspace.root(), journal, this::say);
        tabs.listen(new EditorEvents() {
            @Override
            public void edited(CodeEditor editor) {
                workspace.edit(editor.file().path(), editor.file().mirror());
                unsaved.edited(editor.file());
                change.edited(editor);
            }

            @Override
            public void caretMoved(CodeEditor editor) {}
        });
    }

    /** What the editors ask about places in their texts. */
    public LanguageDesk desk() {
        return desk;
    }

    /** Keeps what is unsaved for a crash. */
    public UnsavedTexts unsaved() {
        return unsaved;
    }

    /** Says who takes over the edited result of a component's overlays that an earlier workbench left. */
    public void onLeftResult(Consumer<LeftText> taker) {
        results = taker;
    }

    /** The editors that show them. */
    public EditorTabs tabs() {
        return tabs;
    }

    /** Goes back to, or forward to, a place that was left. */
    public void travelTo(Place place) {
        open(place.file(), editor -> tabs.goTo(editor, place));
    }

    /** Brings a place to the front, opening its file if need be. */
    public void open(Place place) {
        tabs.leave();
        open(place.file(), editor -> tabs.goTo(editor, place));
    }

    /**
     * Brings a file to the front, opening it if need be.
     *
     * @param path its path below the root, or absolute
     * @param then told when it is there
     */
    public void open(String path, Consumer<CodeEditor> then) {
        open(path, OpenFiles::read, then, this::say);
    }

    /** The same, where the file may not be there yet: its text is empty then. */
    void openOrBegin(String path, Consumer<CodeEditor> then) {
        open(path, location -> Files.exists(location) ? read(location) : "", then, this::say);
    }

    private interface Reading {
        String text(Path location) throws IOException;
    }

    private void open(String path, Reading reading, Consumer<CodeEditor> then, Consumer<String> refused) {
        var there = tabs.find(path);
        if (there.isPresent()) {
            tabs.select(there.get());
            then.accept(there.get());
            return;
        }
        Path location = workspace.root().resolve(path);
        onDisk(() -> {
            try {
                show(new OpenFile(path, location, reading.text(location)), then);
            } catch (CharacterCodingException binary) {
                refused.accept(Wording.of("editor.open-files.not-utf-8", path));
            } catch (IOException unreadable) {
                refused.accept(FileTrouble.words(path, Wording.of("editor.open-files.cant-opened"), unreadable) + ".");
            }
        });
    }

    /**
     * Changes files in their editors, unsaved, as one step of undo.
     *
     * @param then run once it is made; not where it can't be
     */
    public void change(WorkspaceEdit edit, Runnable then) {
        change.make(edit, then);
    }

    private void show(OpenFile file, Consumer<CodeEditor> then) {
        Platform.runLater(() -> then.accept(tabs.find(file.path()).orElseGet(() -> tabs.add(file))));
    }

    /** A device or a pipe would never end. */
    static String read(Path location) throws IOException {
        return FileText.of(BoundedFile.read(location, BoundedFile.LARGEST_TEXT));
    }

    @Override
    public void closed(CodeEditor editor) {
        discard(editor);
    }

    @Override
    public void discard(CodeEditor editor) {
        workspace.forget(editor.file().path());
        unsaved.giveUp(editor.file());
    }

    /** Saves a file, unless it changed on disk meanwhile: then it asks, and the answer is no. */
    @Override
    public CompletableFuture<Boolean> saved(CodeEditor editor) {
        return saved(editor, false);
    }

    @Override
    public void save(CodeEditor editor) {
        CompletableFuture<Boolean> ignored = saved(editor, false);
    }

    /** Saves a file whatever is on disk. */
    void overwrite(CodeEditor editor) {
        CompletableFuture<Boolean> ignored = saved(editor, true);
    }

    private CompletableFuture<Boolean> saved(CodeEditor editor, boolean overwrite) {
        CompletableFuture<Boolean> done = new CompletableFuture<>();
        String text = editor.file().mirror().fileText();
        onDisk(() -> {
            OpenFile file = editor.file();
            try {
                if (!overwrite && isWrittenByOthers(file)) {
                    Platform.runLater(() -> {
                        changes.ask(editor);
                        done.complete(false);
                    });
                } else if (FileSave.isReadOnly(file.location())) {
                    Platform.runLater(() -> askAboutReadOnly(editor, text, done));
                } else {
                    write(editor, text, done);
                }
            } catch (IOException unreadable) {
                notSaved(file, unreadable, done);
            }
        });
        return done;
    }

    /** Whether a file is not as it was read; one that holds no text any more is not. */
    private static boolean isWrittenByOthers(OpenFile file) throws IOException {
        try {
            return Files.exists(file.location()) && !read(file.location()).equals(file.saved());
        } catch (CharacterCodingException binary) {
            return true;
        }
    }

    private void askAboutReadOnly(CodeEditor editor, String text, CompletableFuture<Boolean> done) {
        String path = editor.file().path();
        if (choices.confirm(
                Wording.of("editor.open-files.read-only", path),
                Wording.of("editor.open-files.saving-writes-all"),
                Wording.of("editor.open-files.save"))) {
            onDisk(() -> write(editor, text, done));
        } else {
            tell.accept(Wording.of("editor.open-files.not-saved-read", path));
            done.complete(false);
        }
    }

    private void write(CodeEditor editor, String text, CompletableFuture<Boolean> done) {
        OpenFile file = editor.file();
        try {
            if (workspace.vanishes(file.path(), text)) {
                EditWriter.delete(workspace.root(), file.location());
            } else {
                saving.write(file.location(), text);
            }
            file.markSaved(text);
            unsaved.settle(file);
            Platform.runLater(() -> done.complete(isSaved(editor, text)));
        } catch (IOException full) {
            notSaved(file, full, done);
        }
    }

    private void notSaved(OpenFile file, IOException failure, CompletableFuture<Boolean> done) {
        Platform.runLater(() -> {
            tell.accept(Wording.of("editor.open-files.not-saved-text", file.path(), FileTrouble.words(failure)));
            done.complete(false);
        });
    }

    private boolean isSaved(CodeEditor editor, String text) {
        boolean same = editor.file().mirror().fileText().equals(text);
        if (same) {
            editor.markSaved();
            workspace.forget(editor.file().path());
        }
        editor.hideNotice();
        return same;
    }

    /** Saves every file with unsaved text. */
    public void saveAll() {
        tabs.all().stream().filter(editor -> editor.dirtyProperty().get()).forEach(this::save);
    }

    /** Looks at the open files again after something changed on disk; called from any thread. */
    public void diskChanged() {
        Platform.runLater(() -> tabs.all().forEach(editor -> onDisk(() -> changes.compare(editor))));
        workspace.refresh();
    }

    /** Takes the text that is on disk into an editor. */
    void take(CodeEditor editor, String now) {
        editor.file().markSaved(now);
        editor.replaceAll(now);
        editor.markSaved();
        editor.hideNotice();
        workspace.forget(editor.file().path());
        unsaved.settle(editor.file());
    }

    /** Opens a file with the unsaved text that an earlier workbench left, whatever became of it on disk. */
    public void restore(LeftText left) {
        if (left.kept().component() != null) {
            results.accept(left);
            return;
        }
        String path = left.kept().path();
        Path location = workspace.root().resolve(path);
        String name = String.valueOf(location.getFileName());
        if (Files.exists(location) || tabs.find(path).isPresent()) {
            open(
                    path,
                    OpenFiles::read,
                    editor -> restore(left, editor),
                    unread -> restoreAsNew(left, location, Wording.of("editor.open-files.no-text-on-disk", name)));
        } else {
            restoreAsNew(left, location, Wording.of("editor.open-files.no-longer-disk", name));
        }
    }

    private void restoreAsNew(LeftText left, Path location, String notice) {
        show(new OpenFile(left.kept().path(), location, ""), editor -> {
            restore(left, editor);
            editor.showNotice(notice, changes.dismiss(editor));
        });
    }

    private void restore(LeftText left, CodeEditor editor) {
        String before = editor.file().saved();
        editor.replaceAll(left.kept().text());
        // First kept as this window's own, then taken from those that were left.
        unsaved.settle(editor.file());
        unsaved.giveUp(left);
        if (!before.equals(left.kept().base())) {
            editor.showNotice(
                    Wording.of(
                            "editor.open-files.also-changed-disk", editor.file().name()),
                    changes.dismiss(editor));
        }
    }

    /** Gives up the unsaved text that an earlier workbench left. */
    public void discard(LeftText left) {
        unsaved.giveUp(left);
    }

    /** Tells whether a file that is not on the disk is as it should be. */
    boolean isGoneByIntent(OpenFile file) {
        return workspace.vanishes(file.path(), file.saved());
    }

    /** Says that a file comes or goes with a change. */
    void vanishesWhenEmpty(String path) {
        workspace.vanishesWhenEmpty(path);
    }

    /** Does something off the JavaFX thread; nothing any more once the window is closed. */
    void onDisk(Runnable work) {
        if (!disk.isShutdown()) {
            disk.execute(work);
        }
    }

    /** Shows a sentence to the person. */
    public void say(String sentence) {
        Platform.runLater(() -> tell.accept(sentence));
    }

    /** Ends after what is under way is written. */
    public void close() throws InterruptedException {
        disk.shutdown();
        if (!disk.awaitTermination(5, TimeUnit.SECONDS)) {
            disk.shutdownNow();
        }
        unsaved.close();
    }
}
