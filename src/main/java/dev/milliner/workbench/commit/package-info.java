/** Committing from the workbench: what is staged, the message, the branch. */
@NullMarked
package dev.milliner.workbench.commit;

import org.jspecify.annotations.NullMarked;
