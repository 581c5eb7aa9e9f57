package dev.milliner.image;

import dev.milliner.rpm.RepositoryMetadata;
import dev.milliner.rpm.RepositorySource;
import dev.milliner.text.Place;
import java.util.List;
import java.util.OptionalInt;

/**
 * A repository of a description.
 *
 * @param alias its name; made of its position where it has none
 * @param source its URI
 * @param profiles those it counts for; empty for all
 * @param architectures those it counts for; empty for all
 * @param priority as DNF counts, where it is given
 * @param kind what the URI leads to
 * @param keys the URIs of its signing keys
 * @param signed whether its metadata must be signed
 * @param place where it stands
 */
public record KiwiRepository(
        String alias,
        String source,
        List<String> profiles,
        List<String> architectures,
        OptionalInt priority,
        RepositorySource.Kind kind,
        List<String> keys,
        boolean signed,
        Place place) {
    /** With lists that nobody changes. */
    public KiwiRepository {
        profiles = List.copyOf(profiles);
        architectures = List.copyOf(architectures);
        keys = List.copyOf(keys);
    }

    /** Where its metadata is found. */
    public RepositorySource location() {
        return new RepositorySource(
                alias, kind, source, priority.orElse(RepositoryMetadata.DEFAULT_PRIORITY), keys, signed);
    }
}
