/** Quick search. */
@NullMarked
package dev.milliner.workbench.search;

import org.jspecify.annotations.NullMarked;
