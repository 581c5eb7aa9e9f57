package dev.milliner.distro;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Finds the definition a line belongs to: the one whose header or key stands next above. A file is looked through when it is
 * first asked for, as most never are between one edit and the next. Safe for several threads.
 */
final class PlaceIndex {
    private final Map<String, NavigableMap<Integer, Optional<Definition>>> marks = new ConcurrentHashMap<>();
    private final Map<String, List<ParsedFile>> files;
    private final Map<String, Definition> owners;
    private final Function<TableValue, Optional<Definition>> definitions;
    private final Function<String, Optional<ListedPackage>> packages;
    private final UnaryOperator<Definition> newest;
    private final @Nullable PlaceIndex below;

    /**
     * An index over files.
     *
     * @param files all configuration files
     * @param owners the files that belong to one definition as a whole
     * @param definitions finds the definition that a table makes
     * @param packages finds a package by name
     */
    PlaceIndex(
            Collection<ParsedFile> files,
            Map<String, Definition> owners,
            Function<TableValue, Optional<Definition>> definitions,
            Function<String, Optional<ListedPackage>> packages) {
        this(files, owners, definitions, packages, UnaryOperator.identity(), null);
    }

    private PlaceIndex(
            Collection<ParsedFile> files,
            Map<String, Definition> owners,
            Function<TableValue, Optional<Definition>> definitions,
            Function<String, Optional<ListedPackage>> packages,
            UnaryOperator<Definition> newest,
            @Nullable PlaceIndex below) {
        this.newest = newest;
        this.below = below;
        this.files = files.stream().collect(Collectors.groupingBy(ParsedFile::name));
        this.owners = Map.copyOf(owners);
        this.definitions = definitions;
        this.packages = packages;
    }

    /**
     * An index that knows some files otherwise, and the others as this does.
     *
     * @param changed configuration files that say something else
     * @param defined finds the definition that a table of these makes
     * @param listed finds a package by name
     * @param newest what a definition is now
     */
    PlaceIndex with(
            Collection<ParsedFile> changed,
            Function<TableValue, Optional<Definition>> defined,
            Function<String, Optional<ListedPackage>> listed,
            UnaryOperator<Definition> newest) {
        return new PlaceIndex(changed, Map.of(), defined, listed, newest, this);
    }

    private NavigableMap<Integer, Optional<Definition>> marksOf(String file) {
        return below == null || files.containsKey(file)
                ? marks.computeIfAbsent(file, this::marks)
                : below.marksOf(file);
    }

    private NavigableMap<Integer, Optional<Definition>> marks(String file) {
        NavigableMap<Integer, Optional<Definition>> lines = new TreeMap<>();
        files.getOrDefault(file, List.of()).forEach(parsed -> mark(file, lines, parsed.table(), Optional.empty()));
        Definition owner = owners.get(file);
        if (owner != null) {
            lines.put(1, Optional.of(owner));
        }
        return lines;
    }

    Optional<Definition> at(String file, int line) {
        Map.Entry<Integer, Optional<Definition>> mark = marksOf(file).floorEntry(line);
        if (mark == null) {
            return Optional.empty();
        }
        if (mark.getValue().orElse(null) instanceof PackageGroup group) {
            return packageAt(group, line).or(mark::getValue);
        }
        return mark.getValue().map(newest);
    }

    private Optional<Definition> packageAt(PackageGroup group, int line) {
        List<String> names = group.packagesAt(line);
        return names.size() == 1 ? packages.apply(names.getFirst()).map(Definition.class::cast) : Optional.empty();
    }

    private void mark(
            String file,
            NavigableMap<Integer, Optional<Definition>> lines,
            TableValue table,
            Optional<Definition> around) {
        Optional<Definition> own = definitions.apply(table).or(() -> around);
        if (table.head().file().equals(file)) {
            lines.merge(table.head().range().line(), own, (old, added) -> added.isPresent() ? added : old);
        }
        for (Value value : table.fields().values()) {
            if (value instanceof TableValue inner) {
                mark(file, lines, inner, own);
            } else if (value instanceof ListValue list) {
                for (Value item : list.items()) {
                    if (item instanceof TableValue inner) {
                        mark(file, lines, inner, own);
                    }
                }
            }
        }
    }
}
