/** What was built before: a record of each build, comparisons between them, and which of them are kept. */
@org.jspecify.annotations.NullMarked
package dev.milliner.build.history;
