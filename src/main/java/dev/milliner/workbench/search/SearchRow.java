package dev.milliner.workbench.search;

import dev.milliner.distro.Definition;
import dev.milliner.search.FileHits;
import dev.milliner.text.Place;

/** A row of what was found. */
sealed interface SearchRow {
    /** Where it leads. */
    Place place();

    /** A file, above what was found in it. */
    record FileRow(String file, int count) implements SearchRow {
        @Override
        public Place place() {
            return Place.startOf(file);
        }
    }

    /** A line of a file. */
    record LineRow(FileHits.Hit hit) implements SearchRow {
        @Override
        public Place place() {
            return hit.place();
        }
    }

    /** A definition of which a question is true. */
    record DefinitionRow(Definition definition) implements SearchRow {
        @Override
        public Place place() {
            return definition.place();
        }
    }
}
