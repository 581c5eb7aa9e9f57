package dev.milliner.build.explain;

import java.util.Set;

/**
 * What it means that a log stops where it does.
 *
 * @param exits the exit statuses that tell of it
 * @param unfinished whether a log without an exit status that stops within a section tells of it too
 * @param rule what to say; its pattern is not used
 */
record Ending(Set<Integer> exits, boolean unfinished, Rule rule) {}
