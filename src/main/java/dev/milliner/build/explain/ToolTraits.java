package dev.milliner.build.explain;

import com.google.re2j.Pattern;
import java.util.List;
import java.util.Set;

/**
 * What is known of a tool's output.
 *
 * @param name the tool's name
 * @param aliases other names of it
 * @param inner the tools it runs, whose output is in its own
 * @param recognise lines that only this tool prints
 * @param failed lines that say that the tool failed
 * @param done lines that say that it did what it was asked for
 */
record ToolTraits(
        String name,
        Set<String> aliases,
        Set<String> inner,
        List<Pattern> recognise,
        List<Pattern> failed,
        List<Pattern> done) {}
