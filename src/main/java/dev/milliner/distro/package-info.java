/** The object model of a distro as azldev defines it: loading, merging, inheritance, provenance, problems. */
@NullMarked
package dev.milliner.distro;

import org.jspecify.annotations.NullMarked;
