package dev.milliner.refactor;

import dev.milliner.distro.Distro;
import dev.milliner.language.FileEdit;
import dev.milliner.language.Replacement;
import dev.milliner.language.Span;
import dev.milliner.language.TextLines;
import dev.milliner.language.WorkspaceEdit;
import dev.milliner.language.WorkspaceEdit.FileRename;
import dev.milliner.language.WorkspaceEdit.WholeFile;
import dev.milliner.text.LineChanges;
import dev.milliner.text.LineHunk;
import dev.milliner.toml.TomlDocument;
import dev.milliner.toml.TomlTable;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.TreeMap;

/** The files of a distro while a refactoring is worked out: as they were, and as they are to be. */
final class Draft {
    /** Lists have thousands of lines, of which few differ. */
    static final int MOST_COMPARED = 80_000;

    private final Distro distro;
    private final Map<String, Optional<String>> texts = new TreeMap<>();
    private final List<FileRename> renames = new ArrayList<>();

    Draft(Distro distro) {
        this.distro = distro;
    }

    /** The distro as it was. */
    Distro distro() {
        return distro;
    }

    boolean exists(String path) {
        Optional<String> text = texts.get(path);
        return text == null ? distro.tree().exists(path) : text.isPresent();
    }

    /** A file's text as it is by now. */
    String text(String path) throws Obstacle {
        Optional<String> text = texts.get(path);
        return (text == null ? before(path) : text)
                .orElseThrow(() -> new Obstacle("There is no file '" + path + "' that can be read."));
    }

    private Optional<String> before(String path) {
        return distro.tree().read(path);
    }

    /** A TOML file of the tree as it is by now; one with errors has no shape to build on. */
    TomlFile file(String path) throws Obstacle {
        if (path.isEmpty() || path.startsWith("/") || path.startsWith("..")) {
            throw new Obstacle(
                    path.isEmpty()
                            ? "azldev itself brings it, so it cannot be changed."
                            : "'" + path + "' lies outside of the tree.");
        }
        TomlDocument document = TomlDocument.parse(text(path));
        if (!document.problems().isEmpty()) {
            var problem = document.problems().getFirst();
            throw new Obstacle("'" + path + "' has an error in line "
                    + problem.range().line() + ": " + problem.message() + " Put it right first.");
        }
        return new TomlFile(text(path));
    }

    /** What a TOML file says by now. */
    TomlTable root(String path) throws Obstacle {
        return TomlDocument.parse(text(path)).root();
    }

    /** Gives a file another text; the file comes where there is none. */
    void write(String path, String text) {
        texts.put(path, Optional.of(text));
    }

    /** Takes a file away. */
    void delete(String path) {
        texts.put(path, Optional.empty());
    }

    /** Takes over what was worked out elsewhere. */
    void take(WorkspaceEdit edit) {
        edit.files().forEach(file -> write(file.path(), file.after()));
        renames.addAll(edit.renames());
    }

    /** All that is changed. */
    WorkspaceEdit edit() {
        List<FileEdit> files = new ArrayList<>();
        List<WholeFile> created = new ArrayList<>();
        List<WholeFile> deleted = new ArrayList<>();
        texts.forEach((path, now) -> {
            Optional<String> before = before(path);
            if (before.isEmpty()) {
                now.ifPresent(text -> created.add(new WholeFile(path, text)));
            } else if (now.isEmpty()) {
                deleted.add(new WholeFile(path, before.get()));
            } else if (!now.get().equals(before.get())) {
                files.add(edited(path, before.get(), now.get()));
            }
        });
        return new WorkspaceEdit(files, renames, created, deleted);
    }

    /** Line by line, so that an editor keeps its caret and marks. */
    private static FileEdit edited(String path, String before, String now) {
        TextLines old = TextLines.of(before);
        TextLines made = TextLines.of(now);
        List<Replacement> edits = new ArrayList<>();
        for (LineHunk hunk : hunks(before, now)) {
            int goneTo = hunk.before() + hunk.gone();
            int comeTo = hunk.now() + hunk.come();
            if (goneTo < old.count() && comeTo < made.count()) {
                Span span = new Span(old.start(hunk.before()), old.start(goneTo));
                edits.add(new Replacement(span, now.substring(made.start(hunk.now()), made.start(comeTo))));
            } else {
                // The last line has no line feed; the one before it gets or loses its own.
                Span span = new Span(endOfLineBefore(old, hunk.before()), before.length());
                edits.add(new Replacement(span, now.substring(endOfLineBefore(made, hunk.now()))));
            }
        }
        return new FileEdit(path, OptionalInt.empty(), before, edits);
    }

    private static List<LineHunk> hunks(String before, String now) {
        return LineChanges.hunks(List.of(before.split("\n", -1)), List.of(now.split("\n", -1)), MOST_COMPARED);
    }

    private static int endOfLineBefore(TextLines lines, int line) {
        return line == 0 ? 0 : lines.start(line - 1) + lines.line(line - 1).length();
    }
}
