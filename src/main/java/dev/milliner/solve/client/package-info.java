/** Asks the solver, which runs in a process of its own. */
@NullMarked
package dev.milliner.solve.client;

import org.jspecify.annotations.NullMarked;
