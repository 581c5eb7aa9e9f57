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
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;

/** Search and replacement in the text of a tree's files, unsaved text included. */
public final class TreeSearch {
    /** More hits than this are not collected; no reader goes through them. */
    public static final int MOST = 20_000;

    private final Distro distro;
    private final TextSearch search;

    /** A search in one state of a distro. */
    public TreeSearch(Distro distro, TextSearch search) {
        this.distro = distro;
        this.search = search;
    }

    /**
     * Searches, file by file.
     *
     * @param wanted whether the answer is still wanted; asked before each file
     * @param found told of each file with hits as soon as it is searched
     * @return how many places were found
     */
    public int find(BooleanSupplier wanted, Consumer<FileHits> found) {
        int[] count = {0};
        TreeFiles.each(distro, () -> count[0] < MOST && wanted.getAsBoolean(), file -> {
            String text = text(file);
            List<TextSearch.Match> matches = search.in(text);
            if (!matches.isEmpty()) {
                count[0] += matches.size();
                found.accept(FileHits.of(file, text, matches));
            }
        });
        return count[0];
    }

    private String text(String file) {
        String text = distro.tree().read(file).orElse("");
        return text.indexOf('\0') < 0 ? text : "";
    }

    /**
     * Replaces what is found.
     *
     * @param with what takes its place; groups count in regular expressions alone
     * @param files the files to change; all where none is named
     * @throws java.util.NoSuchElementException if the replacement names a group that the expression has not
     */
    public WorkspaceEdit replaced(String with, Set<String> files) {
        ReplacementText template = ReplacementText.parse(with);
        List<FileEdit> edits = new ArrayList<>();
        TreeFiles.each(distro, () -> true, file -> {
            if (files.isEmpty() || files.contains(file)) {
                String text = text(file);
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
