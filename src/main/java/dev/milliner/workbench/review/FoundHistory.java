package dev.milliner.workbench.review;

import java.util.List;

/**
 * What was found of a component.
 *
 * @param commits the commits by which it became something else, newest first
 * @param values since when each of its values stands
 * @param needers the components that need it
 * @param trouble why nothing was found, in a sentence; empty where something was
 */
record FoundHistory(List<HistoryLine> commits, List<HistoryLine> values, List<String> needers, String trouble) {}
