package dev.milliner.distro;

import dev.milliner.source.Doublestar;
import dev.milliner.source.FileContent;
import dev.milliner.source.GlobReach;
import dev.milliner.source.GlobTooWideException;
import dev.milliner.source.SourceTree;
import dev.milliner.source.TreePaths;
import dev.milliner.text.Place;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Follows the includes of a file, depth first, in azldev's order; each file is read once. */
final class Includes {
    /** Includes within includes. Links can make them endless. */
    private static final int DEEPEST = 100;

    private static final int MOST_FILES = 20_000;
    private static final long MOST_TEXT = 64L << 20;
    private static final String TOO_MUCH =
            "Includes lead to more than %,d files, %d levels or %d MiB of text, so no more are read. See whether links lead in a circle."
                    .formatted(MOST_FILES, DEEPEST, MOST_TEXT >> 20);

    private final SourceTree tree;
    private final FileCache cache;
    private final GlobReach reach;
    private final Problems problems;
    private final Set<String> seen = new HashSet<>();
    private final Set<String> including = new HashSet<>();
    private final List<ParsedFile> files = new ArrayList<>();
    private int depth;
    private long text;
    private boolean full;

    Includes(SourceTree tree, FileCache cache, GlobReach reach, Problems problems) {
        this.tree = tree;
        this.cache = cache;
        this.reach = reach;
        this.problems = problems;
    }

    /** The file with all it includes; the one that includes comes first. */
    List<ParsedFile> from(String path) {
        seen.add(tree.absolute(path));
        if (!(tree.content(path) instanceof FileContent.Absent)) {
            read(path, Place.startOf(tree.relative(path)));
        }
        return files;
    }

    private void follow(ParsedFile file, Place place) {
        files.add(file);
        text += file.text().length();
        String real = file.table().items("includes").isEmpty() ? "" : tree.real(file.path());
        if (!including.add(real) && !real.isEmpty()) {
            problems.error("include-circular", circular(file.name()), place);
            return;
        }
        depth++;
        for (Value item : file.table().items("includes")) {
            if (item instanceof TextValue pattern && !pattern.text().isEmpty()) {
                include(file, pattern);
            }
        }
        depth--;
        including.remove(real);
    }

    private void include(ParsedFile from, TextValue pattern) {
        String text = pattern.text();
        Place place = pattern.place();
        if (!Doublestar.isValid(TreePaths.join(from.folder(), text))) {
            problems.error("include-glob", "The glob '" + text + "' is not valid. Close its brackets.", place);
            return;
        }
        List<String> matches = matches(from, pattern);
        if (matches.isEmpty() && !isPattern(text)) {
            problems.error("include-missing", missing(tree, TreePaths.join(from.folder(), text), text), place);
        }
        for (String match : matches) {
            if (seen.add(tree.absolute(match))) {
                read(match, place);
            } else {
                problems.error("include-circular", circular(match), place);
            }
        }
    }

    private List<String> matches(ParsedFile from, TextValue pattern) {
        try {
            List<String> matches = tree.files(TreePaths.join(from.folder(), pattern.text()), reach);
            reach.circles().forEach(circle -> circle(circle, matches, pattern.place()));
            return matches;
        } catch (GlobTooWideException wide) {
            problems.error("include-glob", tooWide(pattern, wide), pattern.place());
            return List.of();
        }
    }

    /** Where there are files in the circle, azldev finds them again and again. */
    private void circle(GlobReach.Circle circle, List<String> matches, Place place) {
        String above = circle.folder() + "/";
        if (matches.stream().anyMatch(match -> tree.absolute(match).startsWith(above))) {
            problems.error(
                    "include-circular",
                    "'" + tree.relative(circle.link()) + "' is a link to a folder that it lies in, so azldev includes"
                            + " what is there again and again. Remove the link, or exclude it from the glob.",
                    place);
        }
    }

    private static String circular(String file) {
        return "'" + file + "' is included already, which azldev calls a circular include. Include it once.";
    }

    private void read(String path, Place place) {
        if (depth > DEEPEST || files.size() >= MOST_FILES || text > MOST_TEXT) {
            if (!full) {
                problems.error("include-bounds", TOO_MUCH, place);
            }
            full = true;
            return;
        }
        cache.configuration(tree, path)
                .ifPresentOrElse(
                        file -> follow(file, place),
                        () -> problems.error("include-missing", unreadable(tree, path, path), place));
    }

    /** Says that a file that should be there is not, or what it is instead. */
    static String missing(SourceTree tree, String path, String written) {
        return tree.content(path) instanceof FileContent.Absent
                ? "There is no file '" + written + "' to include. Correct the path, or add the file."
                : unreadable(tree, path, written);
    }

    /** Says why something that is there is not read. */
    static String unreadable(SourceTree tree, String path, String written) {
        String why = tree.content(path) instanceof FileContent.Unreadable file ? file.why() : "cannot be read";
        return "'" + written + "' " + why + ".";
    }

    /** Says that a glob was given up. */
    static String tooWide(TextValue pattern, GlobTooWideException wide) {
        return "The glob '" + pattern.text() + "' " + wide.why()
                + ", so it was given up. Start it in a folder of the tree, and see where links in it lead.";
    }

    /** Tells whether azldev takes a text for a pattern, which may match nothing, rather than for a file's path. */
    static boolean isPattern(String text) {
        return text.indexOf('*') >= 0 || text.indexOf('?') >= 0 || text.indexOf('[') >= 0;
    }
}
