/** Why a build failed, read from the logs of the tools that ran. */
@NullMarked
package dev.milliner.build.explain;

import org.jspecify.annotations.NullMarked;
