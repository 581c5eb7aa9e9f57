/** What an image would hold, and changes of its description. */
@NullMarked
package dev.milliner.workbench.image;

import org.jspecify.annotations.NullMarked;
