/** What a user chooses: kept in a TOML file, read anew when that changes, and shown on a page of its own. */
@NullMarked
package dev.milliner.workbench.settings;

import org.jspecify.annotations.NullMarked;
