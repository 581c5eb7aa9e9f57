package dev.milliner.distro;

import dev.milliner.text.Place;
import java.util.List;

/** Something a distro's files define, with where it stands and where each of its values comes from. */
public sealed interface Definition permits TableDefinition, Component, ListedPackage {
    /** What it is. */
    Kind kind();

    /** Its name. */
    String name();

    /** Where it is defined: from its header or key to its last line. */
    Place place();

    /** Its resolved values with their provenance; worked out when first asked for. */
    List<ResolvedValue> values();
}
