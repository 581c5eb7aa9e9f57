/** The same answers for other programs: editors by the Language Server Protocol, agents by the Model Context Protocol. */
@NullMarked
package dev.milliner.serve;

import org.jspecify.annotations.NullMarked;
