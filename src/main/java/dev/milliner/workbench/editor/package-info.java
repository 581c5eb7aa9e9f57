/** The editor of texts, its features, and the files that are open in it. */
@NullMarked
package dev.milliner.workbench.editor;

import org.jspecify.annotations.NullMarked;
