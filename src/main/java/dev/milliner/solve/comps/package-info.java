/** Groups of packages as repositories define them in their comps.xml. */
@NullMarked
package dev.milliner.solve.comps;

import org.jspecify.annotations.NullMarked;
