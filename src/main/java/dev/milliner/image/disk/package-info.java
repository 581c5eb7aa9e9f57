/** Disks as files: their formats, partition tables and ext file systems, read without mounting and without privileges. */
@NullMarked
package dev.milliner.image.disk;

import org.jspecify.annotations.NullMarked;
