/** Builds on a farm, through Koji's own command-line client. */
@NullMarked
package dev.milliner.build.koji;

import org.jspecify.annotations.NullMarked;
