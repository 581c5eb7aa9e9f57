package dev.milliner.distro;

import dev.milliner.source.TreePaths;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The errors of a tree that stand in what something needs, so that nothing can be made of it: its own definition, those
 * that it inherits from, its overlay files, and files of which nothing could be read. azldev refuses the whole tree then;
 * here the rest of it stays of use.
 */
public final class Faults {
    private final Distro distro;
    private final Predicate<Definition> needed;
    private final Predicate<String> neededFile;

    private Faults(Distro distro, Predicate<Definition> needed, Predicate<String> neededFile) {
        this.distro = distro;
        this.needed = needed;
        this.neededFile = neededFile;
    }

    /** The errors in what a component needs. */
    public static List<Problem> of(Distro distro, Component component) {
        String upstream = component.spec().upstreamDistro().orElse(distro.name());
        return new Faults(
                        distro,
                        definition -> switch (definition.kind()) {
                            case COMPONENT -> definition.name().equals(component.name());
                            case COMPONENT_GROUP -> component.groups().contains(definition.name());
                            case DISTRO -> List.of(distro.name(), upstream).contains(definition.name());
                            case PACKAGE, PACKAGE_GROUP, IMAGE, REPOSITORY, TEST_SUITE -> false;
                        },
                        file -> distro.takers(file).contains(component.name())
                                || TreePaths.name(file).equals(component.name() + ".lock"))
                .list();
    }

    /** The errors in what an image needs, its components left out. */
    public static List<Problem> of(Distro distro, Image image) {
        return new Faults(
                        distro,
                        definition -> switch (definition.kind()) {
                            case IMAGE -> definition.name().equals(image.name());
                            case DISTRO -> definition.name().equals(distro.name());
                            case REPOSITORY -> true;
                            case COMPONENT, COMPONENT_GROUP, PACKAGE, PACKAGE_GROUP, TEST_SUITE -> false;
                        },
                        file -> false)
                .list();
    }

    /** The errors that stand in nothing by name, so that what is missing may be missing because of them. */
    public static List<Problem> ofTree(Distro distro) {
        return new Faults(distro, definition -> false, file -> false).list();
    }

    private List<Problem> list() {
        return distro.problems().stream()
                .filter(problem -> problem.severity() == Severity.ERROR)
                .filter(this::concerns)
                .toList();
    }

    private boolean concerns(Problem problem) {
        String file = problem.place().file();
        if (neededFile.test(file)) {
            return true;
        }
        if (!distro.takers(file).isEmpty()) {
            return false;
        }
        Set<Definition> at = distro.definitionAt(file, problem.place().range().line()).stream()
                .collect(Collectors.toSet());
        if (at.stream().anyMatch(needed)) {
            return true;
        }
        // What stands in another definition does no harm, unless the file could not be read to its end.
        return (at.isEmpty() || problem.code().equals(ParsedFile.SYNTAX)) && isNeeded(file);
    }

    private boolean isNeeded(String file) {
        if (file.equals(Assembly.ROOT_FILE)) {
            return true;
        }
        List<Definition> defined = definitions()
                .filter(definition -> definition.place().file().equals(file))
                .toList();
        return defined.stream().anyMatch(needed)
                || (defined.isEmpty() && distro.files().contains(file));
    }

    private Stream<Definition> definitions() {
        return Stream.of(
                        distro.components(),
                        distro.componentGroups(),
                        distro.packageGroups(),
                        distro.images(),
                        distro.distros(),
                        distro.repositories(),
                        distro.testSuites())
                .flatMap(map -> map.values().stream());
    }
}
