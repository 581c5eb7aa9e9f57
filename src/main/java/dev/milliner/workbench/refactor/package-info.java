/** Refactorings on the screen: what can be asked for, and the preview in which it is accepted. */
@NullMarked
package dev.milliner.workbench.refactor;

import org.jspecify.annotations.NullMarked;
