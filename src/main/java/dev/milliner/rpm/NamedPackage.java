package dev.milliner.rpm;

import java.io.IOException;
import java.util.Collection;
import java.util.List;
import java.util.TreeMap;

/**
 * A package that repositories have, in whatever versions.
 *
 * @param name its name
 * @param summary what the first of them says of itself
 */
public record NamedPackage(String name, String summary) {
    /**
     * All packages of repositories, by name. Reading a large repository takes about a second.
     *
     * @throws IOException when the metadata of one is broken
     */
    public static List<NamedPackage> of(Collection<RepositoryMetadata> repositories) throws IOException {
        TreeMap<String, NamedPackage> named = new TreeMap<>();
        for (RepositoryMetadata repository : repositories) {
            for (NamedPackage one : PackageListing.named(repository.primary())) {
                named.putIfAbsent(one.name(), one);
            }
        }
        return List.copyOf(named.values());
    }
}
