/** Builds on this host and on a farm, their logs and results. */
@NullMarked
package dev.milliner.workbench.build;

import org.jspecify.annotations.NullMarked;
