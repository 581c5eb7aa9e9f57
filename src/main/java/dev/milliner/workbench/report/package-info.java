/** What a person tells of Milliner when something is wrong: put together here, looked through, and saved. */
@NullMarked
package dev.milliner.workbench.report;

import org.jspecify.annotations.NullMarked;
