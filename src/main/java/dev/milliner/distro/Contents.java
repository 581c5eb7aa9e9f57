package dev.milliner.distro;

import dev.milliner.text.Place;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import tools.jackson.databind.JsonNode;

/** What a {@link Distro} holds; the meaning of each part is described there. */
record Contents(
        String name,
        String version,
        List<String> files,
        Map<String, Set<String>> takers,
        List<Problem> problems,
        NavigableMap<String, Component> components,
        NavigableMap<String, ComponentGroup> componentGroups,
        NavigableMap<String, PackageGroup> packageGroups,
        NavigableMap<String, Image> images,
        NavigableMap<String, DistroDefinition> distros,
        NavigableMap<String, RpmRepository> repositories,
        NavigableMap<String, TestSuite> testSuites,
        NavigableMap<String, Place> repositorySets,
        NavigableMap<String, Place> setTemplates,
        PackageIndex packageIndex,
        Function<String, Optional<ListedPackage>> packageNamed,
        Lazy<NavigableMap<String, ListedPackage>> packages,
        Lazy<PlaceIndex> places,
        TableValue settings,
        Lazy<JsonNode> configuration) {
    /** The same with other components, and what follows from them. */
    Contents with(
            NavigableMap<String, Component> changed,
            List<Problem> found,
            Lazy<Packages> listed,
            Lazy<PlaceIndex> index,
            Lazy<JsonNode> dumped) {
        return new Contents(
                name,
                version,
                files,
                takers,
                found,
                changed,
                componentGroups,
                packageGroups,
                images,
                distros,
                repositories,
                testSuites,
                repositorySets,
                setTemplates,
                packageIndex,
                wanted -> listed.get().one(wanted),
                new Lazy<>(() -> listed.get().all()),
                index,
                settings,
                dumped);
    }
}
