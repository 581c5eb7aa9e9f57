package dev.milliner.distro;

import dev.milliner.text.Place;

/** A value of a distro's files, decoded to the format's types, with its place. */
sealed interface Value permits TextValue, FlagValue, ListValue, TableValue {
    /** Where it is written. */
    Place place();

    /** Tells whether the format counts it as not set: an empty text, false, an empty list, a table of such. */
    boolean isZero();
}
