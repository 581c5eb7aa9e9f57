/** What this host can build, and what brings that which is missing. */
@NullMarked
package dev.milliner.build.host;

import org.jspecify.annotations.NullMarked;
