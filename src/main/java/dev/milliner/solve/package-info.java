/** The package-set solver: requests, answers and reasons; libsolv itself runs in a process of its own. */
@NullMarked
package dev.milliner.solve;

import org.jspecify.annotations.NullMarked;
