package dev.milliner.language;

/** What was worked out of texts, kept from one edit of a text to the next. Safe for several threads. */
public final class TextMemory {
    /** Remembers nothing yet. */
    public TextMemory() {}
}
