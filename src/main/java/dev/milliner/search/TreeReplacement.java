package dev.milliner.search;

import dev.milliner.distro.Distro;
import dev.milliner.language.FileEdit;
import dev.milliner.language.Replacement;
import dev.milliner.language.Span;
import dev.milliner.language.WorkspaceEdit;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;
import java.util.Set;

/** Replacement of what is found in the text of a tree's files, unsaved text included. */
public final class TreeReplacement {
    private TreeReplacement() {}

    /**
     * Replaces all that a search finds.
     *
     * @param with what takes its place; groups count in regular expressions alone
     * @param files the files to change; all where none is named
     * @throws java.util.NoSuchElementException if the replacement names a group that the expression has not
     */
    public static WorkspaceEdit of(Distro distro, TextSearch search, String with, Set<String> files) {
        ReplacementText template = ReplacementText.parse(with);
        List<FileEdit> edits = new ArrayList<>();
        TreeFiles.each(distro, () -> true, file -> {
            if (files.isEmpty() || files.contains(file)) {
                String text = TreeSearch.text(distro, file);
                List<Replacement> made = search.in(text).stream()
                        .map(match -> new Replacement(
                                new Span(match.start(), match.end()),
                                search.regex() ? search.expand(text, match, template) : with))
                        .toList();
                if (!made.isEmpty()) {
                    edits.add(new FileEdit(file, OptionalInt.empty(), text, made));
                }
            }
        });
        return new WorkspaceEdit(edits, List.of());
    }
}
