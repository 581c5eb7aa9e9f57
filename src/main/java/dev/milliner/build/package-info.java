/** Engines, stages, logs and what may run where. */
@NullMarked
package dev.milliner.build;

import org.jspecify.annotations.NullMarked;
