package dev.milliner.refactor;

import java.util.List;

/**
 * A table with a header, by lines counted from 0.
 *
 * @param path the keys in its header
 * @param list whether it is one of a list, with two brackets
 * @param first the first of the comment lines that stand on it, or its header
 * @param header its header
 * @param content the line behind the last that says something of it
 * @param next the line that the next one begins with; blank lines and comments of nobody stand between
 */
record TomlBlock(List<String> path, boolean list, int first, int header, int content, int next) {
    /** Tells whether it is a table of some name, or one below it. */
    boolean isWithin(List<String> outer) {
        return path.size() >= outer.size() && path.subList(0, outer.size()).equals(outer);
    }

    /** Tells whether its header is all there is of it. */
    boolean isBare() {
        return content == header + 1;
    }
}
