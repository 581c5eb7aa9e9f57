/** The tree of what the distro defines. */
@NullMarked
package dev.milliner.workbench.explorer;

import org.jspecify.annotations.NullMarked;
