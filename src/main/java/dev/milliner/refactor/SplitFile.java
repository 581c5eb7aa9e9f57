package dev.milliner.refactor;

import dev.milliner.distro.Format;
import dev.milliner.source.TreePaths;
import java.util.List;

/**
 * Moves some of a file's definitions into another file, which is taken in beside it.
 *
 * @param file the file, relative to the tree's root
 * @param names the definitions to move, of any kind
 * @param into the file to make
 */
public record SplitFile(String file, List<String> names, String into) implements Refactoring {
    private static final List<String> TABLES =
            List.of("components", "component-groups", "package-groups", "images", "test-suites", "distros");

    /** Takes the list over. */
    public SplitFile {
        names = List.copyOf(names);
    }

    @Override
    public String title() {
        return "Move " + (names.size() == 1 ? "'" + names.getFirst() + "'" : names.size() + " definitions") + " from "
                + file + " into " + into;
    }

    @Override
    public Outcome make(Draft draft) throws Obstacle {
        if (draft.exists(into)) {
            throw new Obstacle("There is a file '" + into + "' already. Name another.");
        }
        StringBuilder text = new StringBuilder();
        boolean tight = true;
        for (String name : names) {
            Unit unit = unit(draft.file(file), name);
            tight &= unit.isBare();
            text.append(text.isEmpty() || tight ? "" : "\n").append(unit.text());
            draft.write(file, unit.without());
        }
        draft.write(
                into,
                MovedPaths.moved(
                        draft.distro().tree(),
                        Format.FILE,
                        text.toString(),
                        TreePaths.folder(file),
                        TreePaths.folder(into)));
        Inclusion.include(draft, into, file);
        return Outcome.same();
    }

    private Unit unit(TomlFile read, String name) throws Obstacle {
        for (String table : TABLES) {
            Unit unit = Unit.of(read, table, name);
            if (!unit.isEmpty()) {
                return unit;
            }
        }
        throw new Obstacle(file + " defines no '" + name + "'.");
    }
}
