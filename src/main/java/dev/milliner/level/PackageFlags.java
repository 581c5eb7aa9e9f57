package dev.milliner.level;

import dev.milliner.rpm.Level;
import java.util.Optional;

/**
 * What a package's header says of the flags that its build was given.
 *
 * @param level the level that {@code -march} names, where it names one
 * @param writesNotes whether they tell the compiler or the linker to write a note into each program
 * @param words both, in words
 */
public record PackageFlags(Optional<Level> level, boolean writesNotes, String words) {
    /** Of what belongs to no package. */
    public static final PackageFlags NONE = new PackageFlags(Optional.empty(), false, "it belongs to no package");

    /**
     * Reads them.
     *
     * @param flags the header's OPTFLAGS
     */
    public static PackageFlags of(String flags) {
        boolean notes = CompilerFlags.writesNotes(flags);
        String words = CompilerFlags.march(flags)
                .map(march -> "OPTFLAGS say -march=" + march + (notes ? " and to write a note" : ""))
                .orElse(flags.isBlank() ? "the header keeps no OPTFLAGS" : "OPTFLAGS name no -march");
        return new PackageFlags(CompilerFlags.told(flags), notes, words);
    }
}
