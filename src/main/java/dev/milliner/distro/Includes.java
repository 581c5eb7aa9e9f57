package dev.milliner.distro;

import dev.milliner.source.Doublestar;
import dev.milliner.source.SourceTree;
import dev.milliner.source.TreePaths;
import dev.milliner.text.Place;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Follows the includes of a file, depth first, in azldev's order; each file is read once. */
final class Includes {
    private final SourceTree tree;
    private final FileCache cache;
    private final Problems problems;
    private final Set<String> seen = new HashSet<>();
    private final List<ParsedFile> files = new ArrayList<>();

    Includes(SourceTree tree, FileCache cache, Problems problems) {
        this.tree = tree;
        this.cache = cache;
        this.problems = problems;
    }

    /** The file with all it includes; the one that includes comes first. */
    List<ParsedFile> from(String path) {
        seen.add(tree.absolute(path));
        cache.configuration(tree, path).ifPresent(this::follow);
        return files;
    }

    private void follow(ParsedFile file) {
        files.add(file);
        problems.addAll(file.problems());
        for (Value item : file.table().items("includes")) {
            if (item instanceof TextValue pattern && !pattern.text().isEmpty()) {
                include(file, pattern);
            }
        }
    }

    private void include(ParsedFile from, TextValue pattern) {
        String text = pattern.text();
        Place place = pattern.place();
        if (!Doublestar.isValid(TreePaths.join(from.folder(), text))) {
            problems.error("include-glob", "The glob '" + text + "' is not valid. Close its brackets.", place);
            return;
        }
        List<String> matches = tree.files(TreePaths.join(from.folder(), text));
        if (matches.isEmpty() && !isPattern(text)) {
            problems.error(
                    "include-missing",
                    "There is no file '" + text + "' to include. Correct the path, or add the file.",
                    place);
        }
        for (String match : matches) {
            if (seen.add(tree.absolute(match))) {
                read(match, place);
            } else {
                problems.error(
                        "include-circular",
                        "'" + match + "' is included already, which azldev calls a circular include. Include it once.",
                        place);
            }
        }
    }

    private void read(String path, Place place) {
        Optional<ParsedFile> file = cache.configuration(tree, path);
        file.ifPresentOrElse(
                this::follow,
                () -> problems.error(
                        "include-missing", "'" + path + "' cannot be read. Check its permissions.", place));
    }

    /** Tells whether azldev takes a text for a pattern, which may match nothing, rather than for a file's path. */
    static boolean isPattern(String text) {
        return text.indexOf('*') >= 0 || text.indexOf('?') >= 0 || text.indexOf('[') >= 0;
    }
}
