/** The log of a build as it lies on the disk, however long it is. */
@org.jspecify.annotations.NullMarked
package dev.milliner.build.log;
