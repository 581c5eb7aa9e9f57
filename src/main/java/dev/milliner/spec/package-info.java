/** An RPM spec file as sections, tags and conditionals, and edits on it. */
@NullMarked
package dev.milliner.spec;

import org.jspecify.annotations.NullMarked;
