/** The command line: one command per view, as text and as JSON. */
@NullMarked
package dev.milliner.command;

import org.jspecify.annotations.NullMarked;
