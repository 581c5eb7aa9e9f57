package dev.milliner.spec;

import java.util.List;

/** What an edit does with one line of a spec. */
sealed interface LineEdit {
    /** Leaves it. */
    record Keep() implements LineEdit {}

    /** Takes it out. */
    record Remove() implements LineEdit {}

    /** Puts another in its place. */
    record Replace(String text) implements LineEdit {}

    /** Puts lines behind it. */
    record Follow(List<String> lines) implements LineEdit {}

    /** Puts lines before it. */
    record Precede(List<String> lines) implements LineEdit {}

    /** The line stays as it is. */
    LineEdit KEEP = new Keep();

    /** The line goes. */
    LineEdit REMOVE = new Remove();
}
