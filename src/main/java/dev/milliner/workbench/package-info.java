/** The JavaFX desktop: shell, explorer, editor, inspector, builds. */
@NullMarked
package dev.milliner.workbench;

import org.jspecify.annotations.NullMarked;
