package dev.milliner.language;

import dev.milliner.source.BufferTree;
import dev.milliner.source.SourceTree;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * A change of several files that is made, and taken back, as one.
 *
 * @param files the edits by file; they are made before files get other names
 * @param renames the files that get other names
 * @param created the files that come
 * @param deleted the files that go
 */
public record WorkspaceEdit(
        List<FileEdit> files, List<FileRename> renames, List<WholeFile> created, List<WholeFile> deleted) {
    /**
     * A file or folder that gets another name.
     *
     * @param from its path, relative to the tree's root
     * @param to its path afterwards
     */
    public record FileRename(String from, String to) {}

    /**
     * A file that comes or goes.
     *
     * @param path its path, relative to the tree's root
     * @param text all of its text
     */
    public record WholeFile(String path, String text) {}

    /** Takes the lists over. */
    public WorkspaceEdit {
        files = List.copyOf(files);
        renames = List.copyOf(renames);
        created = List.copyOf(created);
        deleted = List.copyOf(deleted);
    }

    /** A change by which no file comes or goes. */
    public WorkspaceEdit(List<FileEdit> files, List<FileRename> renames) {
        this(files, renames, List.of(), List.of());
    }

    /** Edits of one document alone. */
    public static WorkspaceEdit of(Document document, List<Replacement> edits) {
        return new WorkspaceEdit(List.of(FileEdit.of(document, edits)), List.of());
    }

    /** The change that takes this one back. */
    public WorkspaceEdit inverse() {
        return new WorkspaceEdit(
                files.stream().map(edit -> edit.inverse(nameAfter(edit.path()))).toList(),
                renames.reversed().stream()
                        .map(rename -> new FileRename(rename.to(), rename.from()))
                        .toList(),
                deleted,
                created);
    }

    /** A tree as it is once this change is made. Files get other names one by one; a folder does not. */
    public SourceTree over(SourceTree tree) {
        Map<String, String> texts = new HashMap<>();
        Set<String> gone = new HashSet<>();
        files.forEach(edit -> texts.put(edit.path(), edit.after()));
        created.forEach(file -> texts.put(file.path(), file.text()));
        deleted.forEach(file -> gone.add(file.path()));
        for (FileRename rename : renames) {
            String text = texts.remove(rename.from());
            texts.put(rename.to(), text == null ? tree.read(rename.from()).orElse("") : text);
            gone.add(rename.from());
        }
        return new BufferTree(tree, texts, gone);
    }

    private String nameAfter(String path) {
        return renames.stream()
                .filter(rename -> rename.from().equals(path))
                .map(FileRename::to)
                .findFirst()
                .orElse(path);
    }
}
