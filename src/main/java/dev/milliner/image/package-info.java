/** KIWI descriptions, and what a built image holds. */
@NullMarked
package dev.milliner.image;

import org.jspecify.annotations.NullMarked;
