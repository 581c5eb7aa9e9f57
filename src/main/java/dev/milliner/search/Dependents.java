package dev.milliner.search;

import dev.milliner.distro.Component;
import dev.milliner.distro.Distro;
import dev.milliner.source.TreePaths;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.BooleanSupplier;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The components that need another: those whose rendered specs require, or build with, one of its packages. Which these are its own
 * rendered spec says; without one they are those that bear its name, or begin with it.
 */
public final class Dependents {
    private static final Pattern REQUIRES = Pattern.compile("\\s*(?:Build)?Requires(?:\\([^)]*\\))?:(.*)");
    private static final Pattern PACKAGE = Pattern.compile("(?m)^%package\\s+(-n\\s+)?(\\S+)");
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
        Set<String> packages = packages(distro, component);
        specs.find(distro, search(component, packages), wanted, file -> {
            String owner = TreePaths.name(file.file()).replaceFirst("\\.spec$", "");
            if (!owner.equals(component) && file.hits().stream().anyMatch(hit -> requires(hit.line(), packages))) {
                found.add(owner);
            }
        });
        return List.copyOf(found);
    }

    /** Looks for its name, and for those of its packages that are called otherwise. */
    private static TextSearch search(String component, Set<String> packages) {
        List<String> others = packages.stream()
                .filter(name -> !name.startsWith(component))
                .map(Pattern::quote)
                .toList();
        return others.isEmpty()
                ? new TextSearch(component, false, true)
                : new TextSearch(Pattern.quote(component) + "|" + String.join("|", others), true, true);
    }

    /** The names of its packages. */
    private static Set<String> packages(Distro distro, String component) {
        Component defined = distro.components().get(component);
        Optional<String> spec =
                defined == null ? Optional.empty() : distro.tree().read(defined.renderedSpec());
        if (spec.isEmpty()) {
            return PARTS.stream().map(part -> component + part).collect(Collectors.toSet());
        }
        Set<String> packages = new TreeSet<>(Set.of(component));
        Matcher found = PACKAGE.matcher(spec.get());
        while (found.find()) {
            String name = found.group(1) == null ? component + "-" + found.group(2) : found.group(2);
            packages.add(name.replace("%{name}", component));
        }
        packages.removeIf(name -> name.contains("%"));
        return packages;
    }

    /** Tells whether a line of a spec requires any of some packages. */
    static boolean requires(String line, Set<String> packages) {
        Matcher requires = REQUIRES.matcher(line);
        return requires.lookingAt()
                && Stream.of(requires.group(1).split("[\\s,()]+", -1))
                        .map(word -> word.replaceFirst("%\\{.*$", ""))
                        .anyMatch(packages::contains);
    }
}
