package dev.milliner.distro;

import dev.milliner.source.SourceTree;
import dev.milliner.text.Place;

/** What must hold of the files that a tree names beside its definitions: those that are there can be read. */
final class FilePlaces {
    private final SourceTree tree;
    private final Problems problems;

    FilePlaces(SourceTree tree, Problems problems) {
        this.tree = tree;
        this.problems = problems;
    }

    /** A file that a definition cannot do without. */
    void readable(String code, String path, Place place) {
        tree.fault(path).ifPresent(why -> problems.error(code, "'" + tree.relative(path) + "' " + why + ".", place));
    }

    /** The spec of a component. */
    void spec(TableValue spec) {
        String path = spec.text("path");
        if (!spec.text("type").equals("local") || path.isEmpty()) {
            return;
        }
        readable("spec-unreadable", path, spec.placeOf("path"));
        if (!tree.exists(path) && tree.fault(path).isEmpty()) {
            problems.warning(
                    "spec-missing",
                    "There is no spec at '" + tree.relative(path) + "'. Correct the path, or add the file.",
                    spec.placeOf("path"));
        }
    }

    /** The file that an overlay adds, if it adds one. */
    void source(TableValue overlay) {
        String path = overlay.text("source");
        if (path.isEmpty()) {
            return;
        }
        Place place = overlay.placeOf("source");
        readable("overlay-source-unreadable", path, place);
        if (tree.holds(path) && !tree.exists(path) && tree.fault(path).isEmpty()) {
            problems.warning(
                    "overlay-source-missing",
                    "There is no '" + tree.relative(path)
                            + "', which the overlay adds. Correct the path, or add the file.",
                    place);
        }
        if (!tree.holds(path)) {
            problems.warning(
                    "overlay-source-outside",
                    "The overlay takes in '" + path + "' from outside of the tree, which is not shown or copied unless"
                            + " you say --outside. Copy the file into the tree.",
                    place);
        }
    }
}
