package dev.milliner.build.log;

/**
 * A run of lines of one stage.
 *
 * @param stage the stage
 * @param first the number of its first line, from 1
 * @param last the number of its last line so far
 */
public record LogSection(Stage stage, int first, int last) {
    /** How many lines it has. */
    public int lines() {
        return last - first + 1;
    }
}
