/** Changes of definitions that keep what a distro resolves to, or change it as they say: proved before they are shown. */
@NullMarked
package dev.milliner.refactor;

import org.jspecify.annotations.NullMarked;
