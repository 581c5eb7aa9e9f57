/** Search in a distro: its files' text, what its definitions resolve to, and rendered specs. */
@NullMarked
package dev.milliner.search;

import org.jspecify.annotations.NullMarked;
