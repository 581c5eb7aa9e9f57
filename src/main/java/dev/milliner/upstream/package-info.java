/** Where a component's sources come from: local specs and dist-git. */
@NullMarked
package dev.milliner.upstream;

import org.jspecify.annotations.NullMarked;
