/** The values of what the caret or the explorer stands at, each with where it comes from. */
@NullMarked
package dev.milliner.workbench.inspector;

import org.jspecify.annotations.NullMarked;
