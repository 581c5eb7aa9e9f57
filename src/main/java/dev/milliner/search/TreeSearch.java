package dev.milliner.search;

import dev.milliner.distro.Distro;
import java.util.List;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;

/** Search in the text of a tree's files, unsaved text included. */
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
            String text = text(distro, file);
            List<TextSearch.Match> matches = search.in(text);
            if (!matches.isEmpty()) {
                count[0] += matches.size();
                found.accept(FileHits.of(file, text, matches));
            }
        });
        return count[0];
    }

    /** The text of a file; of one that is none, nothing. */
    static String text(Distro distro, String file) {
        String text = distro.tree().read(file).orElse("");
        return text.indexOf('\0') < 0 ? text : "";
    }
}
