/** What every page stands on: the workspace, background work, questions and rows. */
@NullMarked
package dev.milliner.workbench.base;

import org.jspecify.annotations.NullMarked;
