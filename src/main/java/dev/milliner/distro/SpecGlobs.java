package dev.milliner.distro;

import dev.milliner.source.Doublestar;
import dev.milliner.source.GlobReach;
import dev.milliner.source.GlobTooWideException;
import dev.milliner.source.SourceTree;
import dev.milliner.source.TreePaths;
import dev.milliner.text.Place;
import java.util.ArrayList;
import java.util.List;

/** Finds the specs that component groups name by glob. */
final class SpecGlobs {
    /**
     * A spec that a group finds.
     *
     * @param component the component it makes, after the file's name
     * @param path its absolute path
     * @param pattern where the glob is written
     */
    record Found(String component, String path, Place pattern) {}

    private final SourceTree tree;
    private final GlobReach reach;
    private final Problems problems;

    SpecGlobs(SourceTree tree, GlobReach reach, Problems problems) {
        this.tree = tree;
        this.reach = reach;
        this.problems = problems;
    }

    List<Found> of(TableValue group) {
        List<Found> found = new ArrayList<>();
        for (Value item : group.items("specs")) {
            if (item instanceof TextValue pattern && isSound(pattern)) {
                for (String file : files(pattern)) {
                    String path = tree.absolute(file);
                    if (!isExcluded(group, path)) {
                        found.add(new Found(componentOf(path), path, pattern.place()));
                    }
                }
            }
        }
        return found;
    }

    private List<String> files(TextValue pattern) {
        try {
            List<String> files = tree.files(pattern.text(), reach);
            if (files.isEmpty()) {
                problems.warning(
                        "spec-glob-empty",
                        "The glob '" + tree.relative(pattern.text())
                                + "' finds no spec. Correct it, add a spec, or leave it out.",
                        pattern.place());
            }
            return files;
        } catch (GlobTooWideException wide) {
            problems.error("spec-glob", Includes.tooWide(pattern, wide), pattern.place());
            return List.of();
        }
    }

    private boolean isSound(TextValue pattern) {
        boolean sound = Doublestar.isValid(pattern.text());
        if (!sound) {
            problems.error("spec-glob", "The glob is not valid. Close its brackets.", pattern.place());
        }
        return sound && !pattern.text().isEmpty();
    }

    private boolean isExcluded(TableValue group, String path) {
        boolean excluded = false;
        for (Value item : group.items("excluded-paths")) {
            if (item instanceof TextValue pattern && !excluded) {
                excluded = isSound(pattern) && Doublestar.matches(pattern.text(), path);
            }
        }
        return excluded;
    }

    private static String componentOf(String path) {
        String name = TreePaths.name(path);
        int dot = name.lastIndexOf('.');
        return dot < 0 ? name : name.substring(0, dot);
    }
}
