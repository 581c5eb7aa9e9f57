package dev.milliner.workbench.shell;

import dev.milliner.text.TextRange;
import dev.milliner.workbench.editor.CodeEditor;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * What was on the screen of a distro.
 *
 * @param page the page in front
 * @param front the file in front; empty where none was open
 * @param files the open files, from left to right
 */
record Session(String page, String front, List<Place> files) {
    /** Nothing is open. */
    static final Session NONE = new Session("", "", List.of());

    /**
     * A file with where the caret was, both from 1.
     *
     * @param path its path below the root, or absolute
     */
    record Place(String path, int line, int column) {}

    /** What is on the screen. */
    static Session of(Shell shell) {
        return new Session(
                shell.inFront(),
                shell.editors().current().map(editor -> editor.file().path()).orElse(""),
                shell.editors().all().stream().map(Session::place).toList());
    }

    private static Place place(CodeEditor editor) {
        return new Place(editor.file().path(), editor.line(), editor.column());
    }

    /** The same where nothing lacks and all paths are paths; a file may say anything. */
    static Session whole(@Nullable Session read) {
        return read == null || Objects.isNull(read.files)
                ? NONE
                : new Session(
                        Objects.requireNonNullElse(read.page, ""),
                        Objects.requireNonNullElse(read.front, ""),
                        read.files.stream()
                                .filter(place -> Objects.nonNull(place) && Memory.isPath(place.path()))
                                .toList());
    }

    /** Puts it on the screen again. */
    void restore(Shell shell) {
        for (Place place : files) {
            shell.files().open(place.path(), editor -> {
                editor.show(new TextRange(place.line(), place.column(), place.line(), place.column()));
            });
        }
        if (!front.isEmpty()) {
            // Each that is opened comes to the front.
            shell.files().open(front, shell.editors()::select);
        }
        shell.showPage(page);
    }
}
