package dev.milliner.language;

import java.util.Collection;
import java.util.List;
import java.util.Optional;

/** What repositories say of packages, as far as they were read. */
public interface PackageFacts {
    /** No repository was read. */
    PackageFacts NONE = new PackageFacts() {
        @Override
        public Collection<String> names() {
            return List.of();
        }

        @Override
        public Optional<Fact> of(String name) {
            return Optional.empty();
        }
    };

    /**
     * A package of a repository.
     *
     * @param version its version and release
     * @param summary what it is, in a line
     * @param size what it takes when it is installed, in bytes
     * @param repository the repository's name
     */
    record Fact(String version, String summary, long size, String repository) {}

    /** The names of all packages; the same collection while nothing changes. */
    Collection<String> names();

    /** What is known of a package. */
    Optional<Fact> of(String name);
}
