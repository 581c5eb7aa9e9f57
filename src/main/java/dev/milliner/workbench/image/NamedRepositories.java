package dev.milliner.workbench.image;

import dev.milliner.rpm.RepositoryMetadata;
import dev.milliner.rpm.RepositorySource;
import java.util.ArrayList;
import java.util.List;

/** Repositories as a person names them. */
final class NamedRepositories {
    private NamedRepositories() {}

    /** Those of a text, written as {@code ID=URI} or {@code URI} with spaces between. */
    static List<RepositorySource> of(String text) {
        List<RepositorySource> named = new ArrayList<>();
        for (String part : text.strip().split("\\s+", -1)) {
            int equals = part.indexOf('=');
            if (!part.isEmpty()) {
                String id = equals > 0 ? part.substring(0, equals) : "repository-" + (named.size() + 1);
                String uri = part.substring(equals > 0 ? equals + 1 : 0);
                named.add(RepositorySource.base(id, uri, RepositoryMetadata.DEFAULT_PRIORITY));
            }
        }
        return named;
    }
}
