/** The window: what the pages stand in and what connects them. */
@NullMarked
package dev.milliner.workbench.shell;

import org.jspecify.annotations.NullMarked;
