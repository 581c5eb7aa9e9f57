package dev.milliner.language;

import java.util.Optional;

/** What rpm makes of macros, as far as it was asked. */
@FunctionalInterface
public interface MacroValues {
    /** Nothing is known. */
    MacroValues NONE = (spec, macro) -> Optional.empty();

    /**
     * The value of a macro.
     *
     * @param spec the path of the spec it stands in, relative to the tree's root
     * @param macro its name, without percent sign and braces
     */
    Optional<String> of(String spec, String macro);
}
