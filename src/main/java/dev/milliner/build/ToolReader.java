package dev.milliner.build;

/** Hears what a tool prints, as it prints it. */
@FunctionalInterface
interface ToolReader {
    /**
     * A line, or a part of one that the tool ended with a carriage return to write over it.
     *
     * @param text without its end
     */
    void line(String text);
}
