/** Packages of components by mock, in clean roots. */
@NullMarked
package dev.milliner.build.mock;

import org.jspecify.annotations.NullMarked;
