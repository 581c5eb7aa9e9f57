/** Where text comes from: the disk, unsaved buffers over it, a git commit; and globs over it. */
@NullMarked
package dev.milliner.source;

import org.jspecify.annotations.NullMarked;
