package dev.milliner.rpm;

import java.util.List;
import java.util.Locale;

/**
 * Where a repository is found.
 *
 * @param id what to call it
 * @param kind what the URI leads to
 * @param uri of a base a folder's path, or a {@code dir:}, {@code file:}, {@code http:} or {@code https:} URI; of the
 *     other kinds an {@code http:} or {@code https:} URI
 * @param priority as DNF counts: lower is preferred
 * @param keys the URIs of the keys that may have signed its repomd.xml; empty where signatures are not checked
 * @param signed whether it must be signed; where it need not, a signature that is there is checked all the same
 */
public record RepositorySource(String id, Kind kind, String uri, int priority, List<String> keys, boolean signed) {
    /** What a URI leads to. */
    public enum Kind {
        /** The folder that holds {@code repodata}. */
        BASE,
        /** A metalink 3 document: mirrors, and the checksums that their repomd.xml must have. */
        METALINK,
        /** A text with a mirror's base URI on each line. */
        MIRROR_LIST
    }

    /** With a list that nobody changes. */
    public RepositorySource {
        keys = List.copyOf(keys);
    }

    /** A base whose signature is not checked. */
    public static RepositorySource base(String id, String uri, int priority) {
        return new RepositorySource(id, Kind.BASE, uri, priority, List.of(), false);
    }

    /** Tells whether it lies on a server. */
    public boolean isRemote() {
        String lower = uri.toLowerCase(Locale.ROOT);
        return lower.startsWith("http://") || lower.startsWith("https://");
    }
}
