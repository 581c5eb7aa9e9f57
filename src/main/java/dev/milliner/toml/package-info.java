/** TOML text to values with ranges, edits that keep comments, and the line lexers for colours. */
@NullMarked
package dev.milliner.toml;

import org.jspecify.annotations.NullMarked;
