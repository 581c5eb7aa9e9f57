/** What rpm makes of a spec, asked of rpm itself; and which trees it may be asked for. */
@NullMarked
package dev.milliner.build.evaluate;

import org.jspecify.annotations.NullMarked;
