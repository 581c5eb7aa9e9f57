/** Every problem in one table. */
@NullMarked
package dev.milliner.workbench.problems;

import org.jspecify.annotations.NullMarked;
