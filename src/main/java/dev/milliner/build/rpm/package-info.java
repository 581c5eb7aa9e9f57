/** Packages of components by rpmbuild, and what was made of them before. */
@NullMarked
package dev.milliner.build.rpm;

import org.jspecify.annotations.NullMarked;
