package dev.milliner.workbench.editor;

import dev.milliner.ground.FileTrouble;
import dev.milliner.language.WorkspaceEdit;
import dev.milliner.language.WorkspaceEdit.FileRename;
import dev.milliner.workbench.files.TextMirror;
import dev.milliner.workbench.words.Wording;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;
import javafx.application.Platform;

/**
 * Makes a change of several files: all of it in editors, unsaved, as one step of undo; nothing where one of the files has
 * another text by now. A file that comes is a text that is not saved yet, one that goes has no text any more and is deleted
 * when that is saved. Files that get another name are saved before.
 */
final class WorkspaceChange {
    private final OpenFiles files;
    private final Path root;
    private final Consumer<String> tell;
    private final JoinedEdits joined = new JoinedEdits();

    WorkspaceChange(OpenFiles files, Path root, Consumer<String> tell) {
        this.files = files;
        this.root = root;
        this.tell = tell;
    }

    /** Follows an edit, be it undo. */
    void edited(CodeEditor editor) {
        joined.edited(editor, files.tabs().all());
    }

    /** A file, with its text before and after; of one that is not there, an empty one. */
    private record Wanted(String path, String before, String after) {
        /** An editor knows line feeds alone. */
        static Wanted of(String path, String before, String after) {
            return new Wanted(path, new TextMirror(before).shownText(), new TextMirror(after).shownText());
        }
    }

    void make(WorkspaceEdit edit, Runnable then) {
        List<Wanted> wanted = new ArrayList<>();
        edit.files().forEach(file -> wanted.add(Wanted.of(file.path(), file.before(), file.after())));
        edit.created().forEach(file -> wanted.add(Wanted.of(file.path(), "", file.text())));
        edit.deleted().forEach(file -> wanted.add(Wanted.of(file.path(), file.text(), "")));
        edit.created().forEach(file -> files.vanishesWhenEmpty(file.path()));
        edit.deleted().forEach(file -> files.vanishesWhenEmpty(file.path()));
        var front = files.tabs().current();
        open(wanted, new ArrayList<>(), parts -> {
            front.ifPresent(files.tabs()::select);
            List<String> other = parts.stream()
                    .filter(part -> !part.editor().text().equals(part.before()))
                    .map(part -> part.editor().file().path())
                    .toList();
            if (other.isEmpty()) {
                joined.make(parts);
                rename(edit.renames());
                then.run();
            } else {
                tell.accept(Wording.of("editor.workspace-change.nothing-changed-another", String.join(", ", other)));
            }
        });
    }

    private void open(List<Wanted> left, List<JoinedEdits.Part> opened, Consumer<List<JoinedEdits.Part>> then) {
        if (left.isEmpty()) {
            then.accept(opened);
            return;
        }
        Wanted first = left.getFirst();
        files.openOrBegin(first.path(), editor -> {
            opened.add(new JoinedEdits.Part(editor, first.before(), first.after()));
            open(left.subList(1, left.size()), opened, then);
        });
    }

    private void rename(List<FileRename> renames) {
        for (FileRename rename : renames) {
            List<CompletableFuture<Boolean>> saved = files.tabs().all().stream()
                    .filter(editor -> isAt(editor, rename.from())
                            && editor.dirtyProperty().get())
                    .map(files::saved)
                    .toList();
            CompletableFuture<Boolean> all = saved.stream()
                    .reduce(
                            CompletableFuture.completedFuture(true),
                            (one, other) -> one.thenCombine(other, Boolean::logicalAnd));
            CompletableFuture<Void> ignored = all.thenAccept(each -> {
                // What was not saved was told, and stays open under its name.
                if (each) {
                    files.onDisk(() -> move(rename));
                }
            });
        }
    }

    /** A folder may get another name too, with the files in it. */
    private static boolean isAt(CodeEditor editor, String path) {
        String file = editor.file().path();
        return file.equals(path) || file.startsWith(path + "/");
    }

    private void move(FileRename rename) {
        Path to = root.resolve(rename.to());
        try {
            if (Files.exists(to)) {
                files.say(Wording.of("editor.workspace-change.keeps-name-already", rename.from(), rename.to()));
                return;
            }
            Files.createDirectories(to.getParent());
            Files.move(root.resolve(rename.from()), to);
            Platform.runLater(() -> reopen(rename));
        } catch (IOException failure) {
            files.say(Wording.of("editor.workspace-change.keeps-name", rename.from(), FileTrouble.words(failure)));
        }
    }

    private void reopen(FileRename rename) {
        for (CodeEditor editor : files.tabs().all()) {
            if (isAt(editor, rename.from())) {
                String path = rename.to()
                        + editor.file().path().substring(rename.from().length());
                files.tabs().forget(editor);
                files.open(path, opened -> {});
            }
        }
        files.diskChanged();
    }
}
