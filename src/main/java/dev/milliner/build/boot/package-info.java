/** Starts what was built, to see whether it runs: disks in QEMU, containers in podman. */
@NullMarked
package dev.milliner.build.boot;

import org.jspecify.annotations.NullMarked;
