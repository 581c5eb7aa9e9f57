/** What the window says: the one bundle of its words, numbers and sizes as it writes them. Stands below all other sub-rooms. */
@NullMarked
package dev.milliner.workbench.words;

import org.jspecify.annotations.NullMarked;
