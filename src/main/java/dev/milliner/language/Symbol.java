package dev.milliner.language;

import dev.milliner.text.Place;
import java.util.List;

/**
 * Something with a name that a file holds.
 *
 * @param name the name
 * @param kind what it is
 * @param detail a few words more; may be empty
 * @param place all of it
 * @param children what stands in it, from top to bottom
 */
public record Symbol(String name, CompletionKind kind, String detail, Place place, List<Symbol> children) {
    /** Takes the children over. */
    public Symbol {
        children = List.copyOf(children);
    }
}
