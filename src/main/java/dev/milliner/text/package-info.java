/** Ranges and places in texts, and line lexers. */
@NullMarked
package dev.milliner.text;

import org.jspecify.annotations.NullMarked;
