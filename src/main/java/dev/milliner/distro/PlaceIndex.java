package dev.milliner.distro;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
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
    private final Map<String, TableLines> lines = new ConcurrentHashMap<>();
    private final Map<String, List<ParsedFile>> files;
    private final Map<String, Definition> owners;
    private final DefinedBy defined;
    private final Function<String, Optional<ListedPackage>> packages;
    private final UnaryOperator<Definition> newest;
    private final @Nullable PlaceIndex below;

    /**
     * An index over files.
     *
     * @param files all configuration files
     * @param owners the files that belong to one definition as a whole
     * @param defined finds the definition that a table makes
     * @param packages finds a package by name
     */
    PlaceIndex(
            Collection<ParsedFile> files,
            Map<String, Definition> owners,
            DefinedBy defined,
            Function<String, Optional<ListedPackage>> packages) {
        this(files, owners, defined, packages, UnaryOperator.identity(), null);
    }

    private PlaceIndex(
            Collection<ParsedFile> files,
            Map<String, Definition> owners,
            DefinedBy defined,
            Function<String, Optional<ListedPackage>> packages,
            UnaryOperator<Definition> newest,
            @Nullable PlaceIndex below) {
        this.newest = newest;
        this.below = below;
        this.files = files.stream().collect(Collectors.groupingBy(ParsedFile::name));
        this.owners = Map.copyOf(owners);
        this.defined = defined;
        this.packages = packages;
    }

    /**
     * An index that knows some files otherwise, and the others as this does.
     *
     * @param changed configuration files that say something else
     * @param redefined finds the definition that a table of these makes
     * @param listed finds a package by name
     * @param now what a definition is now
     */
    PlaceIndex with(
            Collection<ParsedFile> changed,
            DefinedBy redefined,
            Function<String, Optional<ListedPackage>> listed,
            UnaryOperator<Definition> now) {
        return new PlaceIndex(changed, Map.of(), redefined, listed, now, this);
    }

    Optional<Definition> at(String file, int line) {
        Optional<Definition> found = found(file, line);
        return found.orElse(null) instanceof PackageGroup group
                ? packageAt(group, line).or(() -> found)
                : found.map(newest);
    }

    private Optional<Definition> found(String file, int line) {
        if (below != null && !files.containsKey(file)) {
            return below.found(file, line);
        }
        Definition owner = owners.get(file);
        TableLines known = lines.computeIfAbsent(file, name -> new TableLines(files.getOrDefault(name, List.of())));
        return known.at(line, defined).or(() -> Optional.ofNullable(owner));
    }

    private Optional<Definition> packageAt(PackageGroup group, int line) {
        List<String> names = group.packagesAt(line);
        return names.size() == 1 ? packages.apply(names.getFirst()).map(Definition.class::cast) : Optional.empty();
    }
}
