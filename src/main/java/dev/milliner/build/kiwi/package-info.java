/** Images by KIWI, and what came of them. */
@NullMarked
package dev.milliner.build.kiwi;

import org.jspecify.annotations.NullMarked;
