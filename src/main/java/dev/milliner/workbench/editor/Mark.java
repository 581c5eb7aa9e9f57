package dev.milliner.workbench.editor;

import dev.milliner.distro.Severity;
import dev.milliner.text.TextRange;

/**
 * Something said about a stretch of an open file: a problem that gets a squiggle.
 *
 * @param range where it is
 * @param severity how bad it is
 * @param message what the tooltip says
 */
public record Mark(TextRange range, Severity severity, String message) {
    /** The style class of its colour. */
    String styleClass() {
        return switch (severity) {
            case ERROR -> "error";
            case WARNING -> "warning";
            case NOTE -> "note";
        };
    }
}
