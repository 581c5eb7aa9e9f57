/** How far machine code is compiled for x86-64-v3: of a file, a package, an image, and by what it shows. */
@NullMarked
package dev.milliner.level;

import org.jspecify.annotations.NullMarked;
