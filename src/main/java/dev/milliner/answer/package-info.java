/** Answers as JSON, for the command line and for agents alike. */
@NullMarked
package dev.milliner.answer;

import org.jspecify.annotations.NullMarked;
