/** What overlays do, and the board of all of them. */
@NullMarked
package dev.milliner.workbench.overlays;

import org.jspecify.annotations.NullMarked;
