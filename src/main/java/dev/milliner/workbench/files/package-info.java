/** Texts as they are on disk and in memory, and what keeps unsaved ones. */
@NullMarked
package dev.milliner.workbench.files;

import org.jspecify.annotations.NullMarked;
