/** The solver's own process: libsolv through the foreign function interface, asked over a pipe. */
@NullMarked
package dev.milliner.solve.worker;

import org.jspecify.annotations.NullMarked;
