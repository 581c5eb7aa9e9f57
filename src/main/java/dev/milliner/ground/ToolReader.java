package dev.milliner.ground;

/** Hears what a tool prints, as it prints it. */
@FunctionalInterface
public interface ToolReader {
    /**
     * A line, or a part of one that the tool ended with a carriage return to write over it.
     *
     * @param text without its end
     */
    void line(String text);
}
