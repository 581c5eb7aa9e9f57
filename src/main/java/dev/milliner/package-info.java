/** The program's entry. */
@NullMarked
package dev.milliner;

import org.jspecify.annotations.NullMarked;
