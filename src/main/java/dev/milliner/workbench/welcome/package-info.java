/** What is shown while no distro is open: the way to one, what this host can do, and a tour. */
@NullMarked
package dev.milliner.workbench.welcome;

import org.jspecify.annotations.NullMarked;
