/** The overlay kinds, applied one by one; which line came from which overlay. */
@NullMarked
package dev.milliner.overlay;

import org.jspecify.annotations.NullMarked;
