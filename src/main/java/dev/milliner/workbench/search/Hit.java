package dev.milliner.workbench.search;

import dev.milliner.text.Place;
import dev.milliner.workbench.base.Command;
import dev.milliner.workbench.base.Keys;
import dev.milliner.workbench.words.Wording;
import java.util.Optional;

/**
 * Something quick search found.
 *
 * @param kind what it is, in a word
 * @param title what to show
 * @param detail quiet words beside it
 * @param place where it is
 * @param key the explorer row that stands for it, or empty
 * @param command what it does, where it is a command and no place
 */
public record Hit(String kind, String title, String detail, Place place, String key, Optional<Command> command) {
    /** A place. */
    Hit(String kind, String title, String detail, Place place, String key) {
        this(kind, title, detail, place, key, Optional.empty());
    }

    /** A command. */
    static Hit of(Command command) {
        String keys = command.key().map(Keys::words).orElse("");
        return new Hit(
                Wording.of("search.hit.command"),
                command.now().get(),
                keys,
                Place.startOf(""),
                "",
                Optional.of(command));
    }
}
