/** What is known at a place in a text: completion, hover, definition, references, rename, actions, outline. */
@NullMarked
package dev.milliner.language;

import org.jspecify.annotations.NullMarked;
