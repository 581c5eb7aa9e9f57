/** A build: what is asked, its folder, its stages and what is told of them. */
@NullMarked
package dev.milliner.build.run;

import org.jspecify.annotations.NullMarked;
