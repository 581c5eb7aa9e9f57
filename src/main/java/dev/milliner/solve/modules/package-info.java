/** Modules as repositories define them in their modules.yaml. */
@NullMarked
package dev.milliner.solve.modules;

import org.jspecify.annotations.NullMarked;
