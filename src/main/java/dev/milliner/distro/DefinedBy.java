package dev.milliner.distro;

import java.util.Optional;

/** Finds the definition that a table makes. */
interface DefinedBy {
    /**
     * The definition that a table makes, if it makes one.
     *
     * @param file where it stands
     * @param key the name that it stands under
     * @param table the table
     */
    Optional<Definition> of(ParsedFile file, String key, TableValue table);
}
