package dev.milliner.distro;

import java.util.Optional;

/** Finds the definition a line belongs to. */
interface PlaceIndex {
    Optional<Definition> at(String file, int line);
}
