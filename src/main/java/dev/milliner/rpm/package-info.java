/** Repositories, packages, headers, the rpm database, and what ELF files say they need. */
@NullMarked
package dev.milliner.rpm;

import org.jspecify.annotations.NullMarked;
