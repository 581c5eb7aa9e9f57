package dev.milliner.workbench.editor;

import dev.milliner.text.Place;
import dev.milliner.workbench.base.Choices;
import dev.milliner.workbench.base.Workspace;
import dev.milliner.workbench.files.BufferJournal;
import dev.milliner.workbench.files.FileText;
import dev.milliner.workbench.files.OpenFile;
import java.io.IOException;
import java.nio.charset.CharacterCodingException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executor;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import javafx.application.Platform;
import javafx.scene.control.Button;

/** Opens, keeps, saves and reloads the files in the editor, so that neither side's text is ever lost unasked. */
public final class OpenFiles implements FileActions {
    private static final int KEEP_AFTER_MILLIS = 100;

    private final Workspace workspace;
    private final EditorTabs tabs;
    private final BufferJournal journal;
    private final Consumer<String> tell;
    private final ExecutorService disk = Executors.newSingleThreadExecutor(
            Thread.ofPlatform().daemon().name("files").factory());
    private final Executor soon = CompletableFuture.delayedExecutor(KEEP_AFTER_MILLIS, TimeUnit.MILLISECONDS, disk);
    private final Set<OpenFile> waiting = ConcurrentHashMap.newKeySet();

    /**
     * Manages files.
     *
     * @param workspace the distro they belong to
     * @param choices asked before unsaved text would be lost
     * @param journal where unsaved texts are kept
     * @param tell shows a sentence to the user; called on the JavaFX thread
     */
    public OpenFiles(Workspace workspace, Choices choices, BufferJournal journal, Consumer<String> tell) {
        this.workspace = workspace;
        tabs = new EditorTabs(choices, this);
        this.journal = journal;
        this.tell = tell;
        tabs.listen(new EditorEvents() {
            @Override
            public void edited(CodeEditor editor) {
                OpenFiles.this.edited(editor);
            }

            @Override
            public void caretMoved(CodeEditor editor) {}
        });
    }

    /** The editors that show them. */
    public EditorTabs tabs() {
        return tabs;
    }

    /** Brings a place to the front, opening its file if need be. */
    public void open(Place place) {
        open(place.file(), editor -> tabs.goTo(editor, place));
    }

    /**
     * Brings a file to the front, opening it if need be.
     *
     * @param path its path below the root, or absolute
     * @param then told when it is there
     */
    public void open(String path, Consumer<CodeEditor> then) {
        var there = tabs.find(path);
        if (there.isPresent()) {
            tabs.select(there.get());
            then.accept(there.get());
            return;
        }
        Path location = workspace.root().resolve(path);
        onDisk(() -> {
            try {
                OpenFile file = new OpenFile(path, location, FileText.read(location));
                Platform.runLater(() -> then.accept(tabs.find(path).orElseGet(() -> tabs.add(file))));
            } catch (CharacterCodingException binary) {
                say(path + " is not UTF-8 text, so it is not opened: an editor would damage it.");
            } catch (IOException unreadable) {
                say(path + " can't be read: " + reason(unreadable));
            }
        });
    }

    /** Keeps an edited text, soon and off the JavaFX thread, and resolves the distro with it. */
    private void edited(CodeEditor editor) {
        OpenFile file = editor.file();
        workspace.edit(file.path(), file.mirror());
        if (waiting.add(file)) {
            soon.execute(() -> {
                waiting.remove(file);
                keep(file);
            });
        }
    }

    private void keep(OpenFile file) {
        String text = file.mirror().fileText();
        try {
            if (text.equals(file.saved())) {
                journal.forget(workspace.root(), file.path());
            } else {
                journal.keep(new BufferJournal.Entry(
                        workspace.root().toString(), file.path(), file.saved(), text, System.currentTimeMillis()));
            }
        } catch (IOException e) {
            say("The unsaved text of " + file.path() + " can't be kept for a crash: " + reason(e));
        }
    }

    @Override
    public void closed(CodeEditor editor) {
        discard(editor);
    }

    @Override
    public void discard(CodeEditor editor) {
        workspace.forget(editor.file().path());
        onDisk(() -> forget(editor.file()));
    }

    private void forget(OpenFile file) {
        try {
            journal.forget(workspace.root(), file.path());
        } catch (IOException e) {
            say("What was kept of " + file.path() + " can't be deleted: " + reason(e));
        }
    }

    /** Saves a file, unless it changed on disk meanwhile: then it asks, and the answer is no. */
    @Override
    public CompletableFuture<Boolean> save(CodeEditor editor) {
        return save(editor, false);
    }

    private CompletableFuture<Boolean> save(CodeEditor editor, boolean overwrite) {
        CompletableFuture<Boolean> done = new CompletableFuture<>();
        OpenFile file = editor.file();
        String text = file.mirror().fileText();
        onDisk(() -> {
            try {
                if (!overwrite
                        && Files.exists(file.location())
                        && !FileText.read(file.location()).equals(file.saved())) {
                    Platform.runLater(() -> {
                        askAboutDisk(editor);
                        done.complete(false);
                    });
                    return;
                }
                FileText.write(file.location(), text);
                file.markSaved(text);
                keep(file);
                Platform.runLater(() -> done.complete(saved(editor, text)));
            } catch (IOException e) {
                Platform.runLater(() -> {
                    tell.accept(file.path() + " was not saved: " + reason(e) + " The text stays open and is kept.");
                    done.complete(false);
                });
            }
        });
        return done;
    }

    private boolean saved(CodeEditor editor, String text) {
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
        Platform.runLater(() -> tabs.all().forEach(editor -> onDisk(() -> compare(editor))));
        workspace.refresh();
    }

    private void compare(CodeEditor editor) {
        OpenFile file = editor.file();
        try {
            if (!Files.exists(file.location())) {
                Platform.runLater(() -> editor.showNotice(
                        file.name() + " was deleted on disk. Saving makes it again.", dismiss(editor)));
                return;
            }
            String now = FileText.read(file.location());
            if (!now.equals(file.saved())) {
                Platform.runLater(() -> changedOnDisk(editor, now));
            }
        } catch (IOException unreadable) {
            say(file.path() + " can't be read any more: " + reason(unreadable));
        }
    }

    private void changedOnDisk(CodeEditor editor, String now) {
        if (editor.dirtyProperty().get()) {
            askAboutDisk(editor);
        } else {
            take(editor, now);
        }
    }

    private void take(CodeEditor editor, String now) {
        editor.file().markSaved(now);
        editor.replaceAll(now);
        editor.markSaved();
        editor.hideNotice();
        workspace.forget(editor.file().path());
    }

    private void askAboutDisk(CodeEditor editor) {
        Button mine = new Button("Keep mine");
        mine.setOnAction(event -> save(editor, true));
        Button theirs = new Button("Take the file's");
        theirs.setOnAction(event -> onDisk(() -> reread(editor)));
        for (Button button : List.of(mine, theirs)) {
            button.getStyleClass().setAll("button", "plain-button", "small-button");
        }
        editor.showNotice(
                editor.file().name() + " changed on disk while you were editing it. Which text should stay?",
                mine,
                theirs);
    }

    private void reread(CodeEditor editor) {
        try {
            String now = FileText.read(editor.file().location());
            Platform.runLater(() -> take(editor, now));
        } catch (IOException unreadable) {
            say(editor.file().path() + " can't be read: " + reason(unreadable));
        }
    }

    private static Button dismiss(CodeEditor editor) {
        Button button = new Button("Dismiss");
        button.getStyleClass().setAll("button", "plain-button", "small-button");
        button.setOnAction(event -> editor.hideNotice());
        return button;
    }

    /** Opens a file with the unsaved text that an earlier workbench left. */
    public void restore(BufferJournal.Entry entry) {
        open(entry.path(), editor -> {
            String before = editor.file().saved();
            editor.replaceAll(entry.text());
            if (!before.equals(entry.base())) {
                editor.showNotice(
                        editor.file().name()
                                + " also changed on disk after this text was kept. Compare before you save.",
                        dismiss(editor));
            }
        });
    }

    /** Gives up the unsaved text that an earlier workbench left. */
    public void discard(BufferJournal.Entry entry) {
        onDisk(() -> {
            try {
                journal.forget(workspace.root(), entry.path());
            } catch (IOException e) {
                say("What was kept of " + entry.path() + " can't be deleted: " + reason(e));
            }
        });
    }

    /** Does something off the JavaFX thread; nothing any more once the window is closed. */
    private void onDisk(Runnable work) {
        if (!disk.isShutdown()) {
            disk.execute(work);
        }
    }

    private void say(String sentence) {
        Platform.runLater(() -> tell.accept(sentence));
    }

    private static String reason(IOException e) {
        return switch (e) {
            case java.nio.file.NoSuchFileException none -> "there is no such file.";
            case java.nio.file.AccessDeniedException denied -> "permission is denied.";
            default -> String.valueOf(e.getMessage()) + ".";
        };
    }

    /** Ends after what is under way is written. */
    public void close() throws InterruptedException {
        disk.shutdown();
        if (!disk.awaitTermination(5, TimeUnit.SECONDS)) {
            disk.shutdownNow();
        }
    }
}
