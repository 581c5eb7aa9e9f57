package dev.milliner.language;

import java.util.List;

/**
 * Something that could stand at a caret.
 *
 * @param label what is shown and filtered by
 * @param kind what it stands for
 * @param detail a few words beside it, such as a type or a line number; may be empty
 * @param insert what takes the place of the stretch
 * @param standing how it relates to what is there
 * @param help what there is to say of it, worked out by {@link LanguageService#resolve}
 */
public record Completion(
        String label, CompletionKind kind, String detail, Snippet insert, Standing standing, Help help) {
    /** How a completion relates to what is there already. */
    public enum Standing {
        /** Nothing is special about it. */
        FREE,
        /** It has to be there, and is not. */
        REQUIRED,
        /** It is there already. */
        SET,
        /** It counts for nothing here, such as a key that the overlay's type does not use. */
        IDLE
    }

    /** Says what there is to say when it is asked for, as it may be dear. */
    @FunctionalInterface
    public interface Help {
        /** Nothing. */
        Help NONE = List::of;

        /** What there is to say. */
        List<HoverPart> parts();
    }

    /** A plain text. */
    public static Completion of(String label, CompletionKind kind, String detail, Help help) {
        return new Completion(label, kind, detail, Snippet.plain(label), Standing.FREE, help);
    }

    /** The same, but something else is inserted. */
    public Completion inserting(Snippet other) {
        return new Completion(label, kind, detail, other, standing, help);
    }

    /** The same with another standing. */
    public Completion standing(Standing other) {
        return new Completion(label, kind, detail, insert, other, help);
    }

    /** Tells whether it is there already. */
    public boolean isSet() {
        return standing == Standing.SET;
    }

    /** Tells whether it has to be there, and is not. */
    public boolean isRequired() {
        return standing == Standing.REQUIRED;
    }
}
