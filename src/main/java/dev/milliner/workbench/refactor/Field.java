package dev.milliner.workbench.refactor;

import java.util.List;

/**
 * Something that a person is asked for.
 *
 * @param id tells it from all others on the screen
 * @param label what it is
 * @param value what it is at first
 * @param hint what could stand in it, shown while it is empty
 * @param choices what it can be; empty where it can be anything
 */
public record Field(String id, String label, String value, String hint, List<String> choices) {
    /** With a list that nobody changes. */
    public Field {
        choices = List.copyOf(choices);
    }

    /** One that can be anything. */
    public Field(String id, String label, String value, String hint) {
        this(id, label, value, hint, List.of());
    }
}
