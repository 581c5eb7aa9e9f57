package dev.milliner.workbench.editor;

import dev.milliner.language.TextKind;
import dev.milliner.workbench.files.OpenFile;
import javafx.scene.layout.VBox;

/**
 * What the features of an editor work on.
 *
 * @param area the text area; it stays within the editor
 * @param file the file
 * @param language what kind of text it is
 * @param head what stands above the text, for bars that features bring
 * @param lines what stands before and over each line
 */
record EditorSurface(EditorArea area, OpenFile file, TextKind language, VBox head, LineDecorations lines) {}
