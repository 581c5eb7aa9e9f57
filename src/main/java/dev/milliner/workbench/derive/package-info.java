/** The result of overlays as it is edited, and the overlays that lead to it. */
@NullMarked
package dev.milliner.workbench.derive;

import org.jspecify.annotations.NullMarked;
