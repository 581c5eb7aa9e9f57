/** From sources before and after to the overlays that a careful maintainer would have written. */
@NullMarked
package dev.milliner.overlay.derive;

import org.jspecify.annotations.NullMarked;
