/** What is dragged onto the window from elsewhere: what it is, what dropping it would do, and doing it. */
@NullMarked
package dev.milliner.workbench.drop;

import org.jspecify.annotations.NullMarked;
