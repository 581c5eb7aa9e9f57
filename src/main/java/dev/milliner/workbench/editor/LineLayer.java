package dev.milliner.workbench.editor;

/** Something drawn over the text of lines. Layers lie over each other in the order in which they were added. */
@FunctionalInterface
interface LineLayer {
    /** Draws what it has for a line. */
    void draw(CodeLine line);
}
