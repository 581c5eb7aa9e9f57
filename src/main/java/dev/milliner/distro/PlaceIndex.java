package dev.milliner.distro;

import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Function;

/** Finds the definition a line belongs to: the one whose header or key stands next above. */
final class PlaceIndex {
    private final Map<String, TreeMap<Integer, Optional<Definition>>> marks = new HashMap<>();
    private final Function<String, Optional<ListedPackage>> packages;

    /**
     * An index over files.
     *
     * @param files all configuration files
     * @param definitions finds the definition that a table makes
     * @param packages finds a package by name
     */
    PlaceIndex(
            Collection<ParsedFile> files,
            Function<TableValue, Optional<Definition>> definitions,
            Function<String, Optional<ListedPackage>> packages) {
        this.packages = packages;
        files.forEach(file -> mark(file.name(), file.table(), definitions, Optional.empty()));
    }

    /** Makes all of a file belong to a definition. */
    void markFile(String file, Definition definition) {
        marks.computeIfAbsent(file, name -> new TreeMap<>()).put(1, Optional.of(definition));
    }

    Optional<Definition> at(String file, int line) {
        TreeMap<Integer, Optional<Definition>> lines = marks.get(file);
        Map.Entry<Integer, Optional<Definition>> mark = lines == null ? null : lines.floorEntry(line);
        if (mark == null) {
            return Optional.empty();
        }
        if (mark.getValue().orElse(null) instanceof PackageGroup group) {
            return packageAt(group, line).or(mark::getValue);
        }
        return mark.getValue();
    }

    private Optional<Definition> packageAt(PackageGroup group, int line) {
        List<String> names = group.packagesAt(line);
        return names.size() == 1 ? packages.apply(names.getFirst()).map(Definition.class::cast) : Optional.empty();
    }

    private void mark(
            String file,
            TableValue table,
            Function<TableValue, Optional<Definition>> definitions,
            Optional<Definition> around) {
        Optional<Definition> own = definitions.apply(table).or(() -> around);
        TreeMap<Integer, Optional<Definition>> lines = marks.computeIfAbsent(file, name -> new TreeMap<>());
        if (table.head().file().equals(file)) {
            lines.merge(table.head().range().line(), own, (old, added) -> added.isPresent() ? added : old);
        }
        for (Value value : table.fields().values()) {
            if (value instanceof TableValue inner) {
                mark(file, inner, definitions, own);
            } else if (value instanceof ListValue list) {
                for (Value item : list.items()) {
                    if (item instanceof TableValue inner) {
                        mark(file, inner, definitions, own);
                    }
                }
            }
        }
    }
}
