package dev.milliner.search;

import dev.milliner.distro.Distro;
import dev.milliner.source.TreePaths;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.BooleanSupplier;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** The components that need another: those whose rendered specs require, or build with, a package that bears its name or begins with it. */
public final class Dependents {
    private static final Pattern REQUIRES = Pattern.compile("\\s*(?:Build)?Requires(?:\\([^)]*\\))?:(.*)");
    private static final Set<String> PARTS =
            Set.of("", "-devel", "-libs", "-common", "-tools", "-utils", "-static", "-headers", "-core", "-data");

    private Dependents() {}

    /**
     * Finds them, by name.
     *
     * @param component the name of the one that they need
     * @param wanted whether the answer is still wanted; asked before each spec
     */
    public static List<String> of(SpecSearch specs, Distro distro, String component, BooleanSupplier wanted) {
        Set<String> found = new TreeSet<>();
        specs.find(distro, new TextSearch(component, false, true), wanted, file -> {
            String owner = TreePaths.name(file.file()).replaceFirst("\\.spec$", "");
            if (!owner.equals(component) && file.hits().stream().anyMatch(hit -> requires(hit.line(), component))) {
                found.add(owner);
            }
        });
        return List.copyOf(found);
    }

    /** Tells whether a line of a spec requires a component's package. */
    static boolean requires(String line, String component) {
        var requires = REQUIRES.matcher(line);
        return requires.lookingAt()
                && Stream.of(requires.group(1).split("[\\s,()]+", -1))
                        .map(word -> word.replaceFirst("%\\{.*$", ""))
                        .anyMatch(word ->
                                word.startsWith(component) && PARTS.contains(word.substring(component.length())));
    }
}
